// What every answer carries, and what is refused.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { PORTAL } from '../kit/browser.js';
import { STANDING } from '../kit/routes.js';

const { host } = new URL(PORTAL);

/** One request as written, with no help from a client: `{ status, headers, body }`. */
const ask = (path, { method = 'GET', headers = {}, body } = {}) => new Promise((done, fail) => {
  const asked = request(PORTAL + path, { method, headers }, (answer) => {
    const pieces = [];
    answer.on('data', (piece) => pieces.push(piece));
    answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(pieces) }));
  });
  asked.on('error', fail);
  asked.end(body);
});

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const ADDRESSES = [
  '/', '/sw/', '/people', '/people?craft=potter', '/people/no-such-person', '/organisations', '/search?q=music', '/suggest?q=mu',
  '/offline', '/no-such-page', '/healthz', '/readyz', '/sw.js', '/manifest.webmanifest', '/favicon.ico', '/assets/icon.svg',
  '/assets/no-such-file', '/robots.txt', '/sitemap.xml', '/opensearch.xml', '/feed.atom', '/.well-known/security.txt', '/media/none',
  '/people/', '/%ff', ...STANDING.map((slug) => `/${slug}`),
];

test('every answer carries the headers that keep readers safe', async () => {
  const faults = [];
  for (const path of ADDRESSES) {
    const { status, headers } = await ask(path);
    const policy = headers['content-security-policy'] ?? '';
    for (const part of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"]) {
      if (!policy.includes(part) && !policy.includes('sandbox')) faults.push(`${path} (${status}): policy without ${part}`);
    }
    if (/unsafe-|\*|https?:/.test(policy)) faults.push(`${path}: lax policy ${policy}`);
    if (headers['x-content-type-options'] !== 'nosniff') faults.push(`${path}: no nosniff`);
    if (headers['referrer-policy'] !== 'no-referrer') faults.push(`${path}: referrer`);
    if (headers['cross-origin-opener-policy'] !== 'same-origin') faults.push(`${path}: opener`);
    if (!headers['permissions-policy']?.includes('geolocation=()')) faults.push(`${path}: permissions`);
    if (headers.server || headers['x-powered-by']) faults.push(`${path}: names its software`);
    if (status >= 500) faults.push(`${path}: ${status}`);
  }
  assert.deepEqual(faults, []);
});

test('what machines read is there and of the right type', async () => {
  const types = {
    '/robots.txt': /^text\/plain/, '/sitemap.xml': /xml/, '/opensearch.xml': /^application\/opensearchdescription\+xml/,
    '/feed.atom': /^application\/atom\+xml/, '/.well-known/security.txt': /^text\/plain/, '/manifest.webmanifest': /^application\/manifest\+json/,
    '/sw.js': /^text\/javascript/, '/suggest?q=mu': /^application\/json/,
  };
  for (const [path, type] of Object.entries(types)) {
    const { status, headers } = await ask(path);
    assert.equal(status, 200, path);
    assert.match(headers['content-type'], type, path);
  }
});

test('a page that has not changed is not sent twice', async () => {
  for (const path of ['/', '/people', '/sw/safety', '/search?q=music']) {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const first = await ask(path, { headers: { 'Accept-Encoding': encoding } });
      assert.equal(first.status, 200);
      assert.ok(first.headers.etag, `${path} has no tag`);
      const again = await ask(path, { headers: { 'Accept-Encoding': encoding, 'If-None-Match': first.headers.etag } });
      assert.equal(again.status, 304, path);
      assert.equal(again.body.length, 0);
      assert.ok(again.headers['content-security-policy']);
    }
  }
});

test('pages come in the encoding a browser takes, and say so to caches', async () => {
  for (const [accepted, given] of [['gzip, deflate, br', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip', 'gzip'], ['', undefined]]) {
    const { headers } = await ask('/people', { headers: { 'Accept-Encoding': accepted } });
    assert.equal(headers['content-encoding'], given, accepted);
    assert.match(headers.vary, /Accept-Encoding/i);
  }
});

test('HEAD answers like GET, without the page', async () => {
  const { status, headers, body } = await ask('/people', { method: 'HEAD' });
  assert.equal(status, 200);
  assert.match(headers['content-type'], /^text\/html/);
  assert.equal(body.length, 0);
});

test('a form of another site is refused', async () => {
  const body = 'saver=on&back=/people';
  for (const headers of [{ 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }, { Origin: 'https://elsewhere.example' }, { Origin: 'null' }]) {
    const { status, headers: given } = await ask('/data-saver', { method: 'POST', headers: { ...FORM, ...headers }, body });
    assert.equal(status, 403, JSON.stringify(headers));
    assert.equal(given['set-cookie'], undefined);
  }
});

test('a form of this portal is taken and leads back', async () => {
  for (const headers of [{ 'Sec-Fetch-Site': 'same-origin' }, { Origin: `http://${host}` }]) {
    const answer = await ask('/sw/data-saver', { method: 'POST', headers: { ...FORM, ...headers }, body: 'saver=on&back=/sw/people' });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.location, '/sw/people');
    assert.match(answer.headers['set-cookie'].join(), /saver=1.*SameSite=Lax/);
  }
});

test('a form cannot send readers to another site', async () => {
  for (const back of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'javascript:1']) {
    const body = `saver=on&back=${encodeURIComponent(back)}`;
    const { headers } = await ask('/data-saver', { method: 'POST', headers: { ...FORM, 'Sec-Fetch-Site': 'same-origin' }, body });
    assert.equal(headers.location, '/', back);
  }
});

test('the wrong method, an address without end and a broken form get a page, not a fault', async () => {
  assert.equal((await ask('/people', { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' } })).status, 405);
  assert.equal((await ask(`/search?q=${'a'.repeat(5000)}`)).status, 414);
  assert.equal((await ask('/data-saver', { method: 'POST', headers: { ...FORM, 'Sec-Fetch-Site': 'same-origin' }, body: '%' })).status, 400);
  const errors = await Promise.all(['/%ff', '/people/%00', `/people/${'x'.repeat(3000)}`, '/..%2f..%2fetc/passwd', '/people?page=-1&after=%00~%00', '/search?q=%ff%fe'].map((path) => ask(path)));
  for (const { status } of errors) assert.ok(status < 500, `${status}`);
});

test('an error is never kept, and says nothing about its cause', async () => {
  const { headers, body } = await ask('/people/no-such-person');
  assert.match(headers['cache-control'], /no-store/);
  assert.doesNotMatch(body.toString(), /panicked|sql|src\/|\.rs/i);
});

test('what carries its content in its address is kept for a year', async () => {
  const page = (await ask('/people')).body.toString();
  const [script] = page.match(/\/assets\/portal\.[0-9a-f]+\.js/);
  const [picture] = page.match(/\/media\/[^"\s,]+/);
  for (const path of [script, picture]) assert.match((await ask(path)).headers['cache-control'], /immutable/, path);
});
