// A portal of its own for the tests: the binary, an empty data folder filled with the sample community, a free port.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BINARY = process.env.E2E_BINARY || fileURLToPath(new URL('../../target/release/dzaleka', import.meta.url));
const PATIENCE = 120_000;

/**
 * Starts a portal and waits until it is ready. Gives its `url`, the folder with its `data`, `run()`, which runs a command on
 * that and gives what it prints, and `stop()`, which also removes the data. Passkeys need a `host` with a name: `localhost`. Without `sample` nobody
 * is there yet. `settings` are given in the environment: `{ DZALEKA_JOINING: 'closed' }`.
 */
export async function startPortal({ host = '127.0.0.1', sample = true, settings = {} } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'dzaleka-e2e-'));
  const port = await freePort();
  const url = `http://${host}:${port}`;
  const flags = ['serve', ...(sample ? ['--sample'] : []), '--data', data, '--listen', `127.0.0.1:${port}`, '--base-url', url];
  // Only what is written here sets it up: no setting of whoever runs the tests.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('DZALEKA_')));
  Object.assign(env, settings);
  const portal = spawn(BINARY, flags, { cwd: data, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [portal.stdout, portal.stderr]) stream.on('data', (text) => { said = (said + text).slice(-20_000); });
  let ended;
  const end = new Promise((done) => {
    portal.on('error', (error) => { ended = error; done(); });
    portal.on('exit', (code) => { ended ??= new Error(`the portal ended with code ${code}`); done(); });
  });
  const stop = async () => {
    if (!ended) portal.kill('SIGTERM');
    await end;
    rmSync(data, { recursive: true, force: true });
  };
  const run = (command, input = '') => execFileSync(BINARY, [...command, '--data', data], { cwd: data, env, input, encoding: 'utf8' });
  const deadline = Date.now() + PATIENCE;
  while (!(await ready(url))) {
    if (ended || Date.now() > deadline) {
      await stop();
      throw new Error(`no portal at ${url}: ${ended?.message ?? 'not ready in time'}\n${said}`);
    }
    await new Promise((wait) => { setTimeout(wait, 100); });
  }
  return { url, data, run, stop };
}

const ready = (url) => fetch(`${url}/readyz`).then((answer) => answer.ok, () => false);

export function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
