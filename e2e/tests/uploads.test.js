// Files on a bad line: what sending costs is said first, and a cut or a reload costs hardly anything.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { leave, visit } from '../kit/browser.js';
import { openLine } from '../kit/line.js';
import { PASSPHRASE, signIn } from '../kit/people.js';
import { startPortal } from '../kit/portal.js';

const FILE = 5_000_000;
const script = readFileSync(new URL('../../kernel/web/assets/uploads.js', import.meta.url));
const address = `/assets/uploads.${createHash('sha256').update(script).digest('hex').slice(0, 12)}.js`;

/** A form as the macros of features/media/ui/upload.html draw it. */
const form = (kind, most) => `<!doctype html><html lang="en" data-prefix=""><title>A file</title><body>
<form method="post" action="/e2e-form" enctype="multipart/form-data"><input type="hidden" name="form" value="unused">
<div class="field" data-upload="${kind}" data-most="${most}" data-heavy="too heavy" data-price="5"
 data-cost="To be sent: {size}, about {cost} kwacha." data-cost-smaller="{size}, about {cost} kwacha; made smaller: {small}, about {less} kwacha."
 data-going="Sending: {percent} %" data-waiting="The line is gone for a moment.">
<label for="f">A file</label><input type="hidden" name="f_upload" value=""><input type="file" id="f" name="f"></div>
<script src="${address}" defer></script><button>Send</button></form>`;

let portal;
let line;
before(async () => {
  // Whatever else lies on the disk of whoever runs this.
  portal = await startPortal({ sample: false, settings: { DZALEKA_UPLOAD_DISK_PERCENT: '100' } });
  portal.run(['person', 'add', 'zawadi', '--passphrase-stdin'], PASSPHRASE);
  line = await openLine(portal.url);
});
after(async () => {
  line?.close();
  await portal?.stop();
  await leave();
});

/** Opens the form of somebody signed in; `go` gets the page and `arrived()`, which waits for the id the form was sent with. */
const atForm = (kind, most, go) => visit({ baseURL: line.url }, async (page, context) => {
  await signIn(page, { handle: 'zawadi' });
  const policy = (await page.goto('/me')).headers()['content-security-policy'];
  assert.ok(policy);
  const headers = { 'content-security-policy': policy };
  await context.route('**/e2e-page', (route) => route.fulfill({ contentType: 'text/html', headers, body: form(kind, most) }));
  let came;
  const arrived = new Promise((done) => { came = done; });
  await context.route('**/e2e-form', (route) => {
    came(route.request().postData() ?? '');
    return route.fulfill({ contentType: 'text/html', body: '<h1>Thank you</h1>' });
  });
  await page.goto('/e2e-page');
  await go(page, async () => {
    const body = await arrived;
    const id = /name="f_upload"\r\n\r\n([0-9a-f-]{36})/.exec(body)?.[1];
    assert.ok(id, `the form names the upload: ${body.slice(0, 400)}`);
    assert.ok(body.length < 2000, 'and carries no file');
    await page.getByText('Thank you').waitFor();
    return id;
  });
});

/** How much of an upload the portal holds, and its length. */
const held = (page, id) => page.evaluate(async (path) => {
  const answer = await fetch(path, { method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } });
  return [answer.headers.get('Upload-Offset'), answer.headers.get('Upload-Length')].map(Number);
}, `/uploads/${id}`);

const file = (bytes) => ({ name: 'song.wav', mimeType: 'audio/wav', buffer: bytes });

test('after a reload the same file goes on from where it was', () => atForm('audio', 1e7, async (page, arrived) => {
  const bytes = randomBytes(FILE);
  await page.setInputFiles('#f', file(bytes));
  const before = line.sent();
  await page.locator('button').click();
  await page.waitForFunction(() => /Sending: ([4-9]\d) %/.test(document.body.innerText));
  await page.reload();
  await page.setInputFiles('#f', file(bytes));
  await page.locator('button').click();
  const id = await arrived();
  const twice = line.sent() - before - FILE;
  console.log(`reload: ${twice} bytes beside the file: ${(twice / FILE * 100).toFixed(2)} %`);
  assert.ok(twice <= FILE * 0.05, `${twice} bytes were sent twice`);
  assert.deepEqual(await held(page, id), [FILE, FILE]);
}));

for (const turn of ['once', 'and once more']) {
  test(`five cuts of a 5 MB upload send hardly anything twice, ${turn}`, () => atForm('audio', 1e7, async (page, arrived) => {
    const bytes = randomBytes(FILE);
    await page.setInputFiles('#f', file(bytes));
    const [before, cuts] = [line.sent(), line.cuts()];
    line.cutEvery(FILE / 6, 5);
    await page.locator('button').click();
    const id = await arrived();
    const twice = line.sent() - before - FILE;
    console.log(`${line.cuts() - cuts} cuts: ${twice} bytes beside the file: ${(twice / FILE * 100).toFixed(2)} %`);
    assert.equal(line.cuts() - cuts, 5);
    assert.ok(twice <= FILE * 0.05, `${twice} bytes were sent twice`);
    assert.deepEqual(await held(page, id), [FILE, FILE]);
  }));
}

test('a photo is made smaller on the phone, and what that saves is said first', () => atForm('picture', 8e6, async (page, arrived) => {
  const photo = Buffer.from(await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 });
    const brush = canvas.getContext('2d');
    for (let i = 0; i < 20000; i += 1) {
      brush.fillStyle = `hsl(${i % 360} 70% ${30 + i % 50}%)`;
      brush.fillRect((i * 7919) % 3000, (i * 104729) % 2000, 40, 40);
    }
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.95));
    return [...new Uint8Array(await blob.arrayBuffer())];
  }));
  await page.setInputFiles('#f', { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
  const told = page.getByText('made smaller:');
  await told.waitFor();
  console.log(`photo of ${photo.length} bytes: ${await told.innerText()}`);
  const before = line.sent();
  await page.locator('button').click();
  const [offset, length] = await held(page, await arrived());
  assert.equal(offset, length);
  assert.ok(length < photo.length / 3 && line.sent() - before < photo.length / 2, `${length} of ${photo.length} bytes`);
}));

test('a file that is too heavy is refused before anything is sent', () => atForm('audio', 1e6, async (page) => {
  await page.setInputFiles('#f', file(randomBytes(2_000_000)));
  const before = line.sent();
  await page.locator('button').click();
  assert.equal(await page.locator('#f').evaluate((input) => input.validationMessage), 'too heavy');
  assert.ok(line.sent() - before < 5000);
}));

test('the script weighs little', async () => {
  const { gzipSync } = await import('node:zlib');
  const bytes = gzipSync(script).length;
  assert.ok(bytes <= 5 * 1024, `${bytes} bytes`);
});
