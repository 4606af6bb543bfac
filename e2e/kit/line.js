// A bad line between browser and portal: it carries bytes slowly, counts what the browser sends, and can be cut.
import { connect, createServer } from 'node:net';
import { freePort } from './portal.js';

/**
 * Opens a line to `target`. Gives `url`, `sent()` (bytes that came from the browser), `cuts()`, `cutEvery(bytes, times)`,
 * which drops every connection each time so many bytes have passed, and `close()`.
 */
export async function openLine(target, { bytesASecond = 1_000_000 } = {}) {
  const to = new URL(target);
  const port = await freePort();
  const open = new Set();
  let [sent, cuts, every, next, left] = [0, 0, 0, Infinity, 0];
  const cut = () => {
    cuts += 1;
    left -= 1;
    next = left ? sent + every : Infinity;
    // What has left the browser's end arrives; what has not is lost.
    for (const { from, onward } of open) { from.destroy(); onward.end(); }
  };
  // Small pieces: no telephone has more than that on its way when the line is cut.
  const server = createServer({ highWaterMark: 16 * 1024 }, (from) => {
    const onward = connect(Number(to.port), to.hostname);
    const pair = { from, onward };
    open.add(pair);
    from.on('error', () => {}).on('close', () => { open.delete(pair); onward.end(); });
    onward.on('error', () => {}).on('close', () => { open.delete(pair); from.destroy(); });
    onward.pipe(from);
    from.on('data', (piece) => {
      sent += piece.length;
      from.pause();
      const goOn = () => setTimeout(() => from.resume(), piece.length / bytesASecond * 1000);
      const flows = onward.write(piece);
      if (sent >= next) cut();
      else if (flows) goOn();
      else onward.once('drain', goOn);
    });
    from.on('end', () => onward.end());
  });
  await new Promise((done) => { server.listen(port, '127.0.0.1', done); });
  return {
    url: `http://127.0.0.1:${port}`,
    sent: () => sent,
    cuts: () => cuts,
    cutEvery(bytes, times) { [every, next, left] = [bytes, sent + bytes, times]; },
    close() { server.close(); for (const { from, onward } of open) { from.destroy(); onward.destroy(); } },
  };
}
