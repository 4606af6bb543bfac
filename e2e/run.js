// Starts one portal with the sample community and one browser, then the tests one file after the other:
// they share both, and measurements need the machine to themselves.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ARGUMENTS, BROWSER } from './kit/browser.js';
import { startPortal } from './kit/portal.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here('tests')).sort()
  .filter((file) => file.endsWith('.test.js'))
  .filter((file) => !wanted.length || wanted.some((part) => file.includes(part)))
  .map((file) => here(`tests/${file}`));

mkdirSync(here('artefacts'), { recursive: true });
const portal = process.env.E2E_URL ? { url: process.env.E2E_URL, stop() {} } : await startPortal();
const browser = await chromium.launchServer({ executablePath: BROWSER, args: ARGUMENTS });
let code = 1;
try {
  const env = { ...process.env, E2E_URL: portal.url, E2E_BROWSER: browser.wsEndpoint() };
  const runner = ['--test', '--test-reporter=spec', '--test-concurrency=1', ...files];
  const tests = spawn(process.execPath, runner, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  code = await new Promise((done) => tests.on('exit', (status) => done(status ?? 1)));
} finally {
  await browser.close();
  await portal.stop();
}
process.exit(code);
