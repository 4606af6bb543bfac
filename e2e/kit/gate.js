// A gate between browser and portal: it can be shut like a network that goes away, and it counts what passes.
import { createServer, request } from 'node:http';
import { freePort } from './portal.js';

/** Opens a gate to `target`. Gives `url`, `passed` (one `{ path, status, bytes }` an answer), `shut()`, `open()`, `close()`. */
export async function openGate(target) {
  const to = new URL(target);
  const port = await freePort();
  const passed = [];
  const server = createServer((asked, answer) => {
    const { method, url: path, headers } = asked;
    const onward = request({ host: to.hostname, port: to.port, method, path, headers }, (given) => {
      const entry = { path, status: given.statusCode, bytes: given.rawHeaders.join('    ').length };
      passed.push(entry);
      answer.writeHead(given.statusCode, given.statusMessage, given.rawHeaders);
      given.on('data', (piece) => { entry.bytes += piece.length; });
      given.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    asked.pipe(onward);
  });
  const open = () => new Promise((done) => { server.listen(port, '127.0.0.1', done); });
  const shut = () => new Promise((done) => {
    server.close(done);
    server.closeAllConnections();
  });
  await open();
  return { url: `http://127.0.0.1:${port}`, passed, open, shut, close: () => server.listening && shut() };
}
