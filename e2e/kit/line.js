// A bad line between browser and portal: it carries bytes slowly, counts what the browser sends, and can be cut.
import { connect, createServer } from 'node:net';
import { freePort } from './portal.js';

/**
 * What a line carries at a time. The browser hands over far more at once: that is still on the telephone, not on the line.
 */
const PIECE = 16 * 1024;

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
  const carry = async (pair, bytes) => {
    const { from, onward } = pair;
    for (let at = 0; at < bytes.length && open.has(pair); at += PIECE) {
      const piece = bytes.subarray(at, at + PIECE);
      sent += piece.length;
      const flows = onward.write(piece);
      if (sent >= next) { cut(); return; }
      if (!flows) await new Promise((done) => { onward.once('drain', done).once('close', done); });
      await new Promise((done) => { setTimeout(done, piece.length / bytesASecond * 1000); });
    }
    from.resume();
  };
  const server = createServer((from) => {
    const onward = connect(Number(to.port), to.hostname);
    const pair = { from, onward };
    open.add(pair);
    from.on('error', () => {}).on('close', () => { open.delete(pair); onward.end(); });
    onward.on('error', () => {}).on('close', () => { open.delete(pair); from.destroy(); });
    onward.pipe(from);
    from.on('data', (bytes) => { from.pause(); carry(pair, bytes); });
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
