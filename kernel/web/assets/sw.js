// Keeps the last public pages on the phone, so that they can be read without a network.
// The server fills in __VERSION__ (a new one empties the fixed cache) and __ASSETS__ (addresses to
// keep: offline pages first, then script and icons). At most 5 MB in all; personal pages never.
'use strict';
const VERSION = '__VERSION__';
const ASSETS = __ASSETS__;
const FIXED = 'fixed-' + VERSION;
const LIMITS = { pages: { count: 50, bytes: 2e6 }, media: { count: 150, bytes: 2.5e6 } };
const DAY = 24 * 3600 * 1000;
const LONGEST = { pages: 30 * DAY, media: 7 * DAY };
const PATIENCE = 8000;
const PRIVATE = /^(\/[a-z]{2,3})?\/(me|desk|sign-in|sign-out|join|recover|help-out|report|claim|api|suggest|offline)(\/|$)/;

const frugal = () => Boolean(navigator.connection && navigator.connection.saveData);

addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await caches.open(FIXED);
  await cache.addAll(frugal() ? ASSETS.filter((path) => !/\.(svg|png|jpg|webp|ico)$/.test(path)) : ASSETS);
  await skipWaiting();
})()));

addEventListener('activate', (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== FIXED && !LIMITS[name]).map((name) => caches.delete(name)));
  if (registration.navigationPreload) await registration.navigationPreload.enable();
  await clients.claim();
  await welcome();
})()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  // Whoever signs out takes along what they have read.
  if (request.method === 'POST' && /\/sign-out$/.test(url.pathname)) event.waitUntil(empty());
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(event, FIXED));
  else if (url.pathname.startsWith('/media/')) event.respondWith(kept(event, 'media'));
});

// The page being read when the worker came, and the home page unless data is saved.
async function welcome() {
  const open = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const wanted = new Set(open.map((client) => client.url.split('#')[0]));
  if (!frugal()) wanted.add(location.origin + '/');
  await Promise.all([...wanted].map(async (key) => {
    if (PRIVATE.test(new URL(key).pathname)) return;
    const answer = await fetch(key, { cache: 'force-cache' });
    if (publicPage(answer)) await keep('pages', key, answer);
  })).catch(() => {});
}

// Network first; a saved copy when the network fails or keeps the reader waiting too long.
async function page(event, url) {
  const key = url.origin + url.pathname + url.search;
  const saved = await fresh(key, LONGEST.pages);
  const answer = fromNetwork(event, url, key);
  event.waitUntil(answer.catch(() => {}));
  try {
    return await (saved ? Promise.race([answer, late()]) : answer);
  } catch (_) {
    return saved || offlinePage(url);
  }
}

const late = () => new Promise((_, fail) => { setTimeout(fail, PATIENCE); });

async function fromNetwork(event, url, key) {
  const answer = (await event.preloadResponse) || (await fetch(event.request));
  // A session has ended, here or elsewhere; also for browsers that do not know this header.
  if (answer.headers.has('clear-site-data')) await empty();
  if (answer.status === 404 || answer.status === 410) await forget(key);
  else if (!PRIVATE.test(url.pathname) && publicPage(answer)) event.waitUntil(keep('pages', key, answer.clone()));
  return answer;
}

// Assets and pictures carry their hash in the address: what is kept stays right. Who may see a picture does not.
async function kept(event, name) {
  const key = event.request.url;
  const found = name === FIXED ? await caches.match(key) : await fresh(key, LONGEST[name]);
  if (found) return found;
  const answer = await fetch(event.request);
  if (answer.status === 200 && keepable(answer)) event.waitUntil(keep(name, key, answer.clone()));
  return answer;
}

const publicPage = (answer) => answer.status === 200 && !answer.redirected && keepable(answer)
  && (answer.headers.get('content-type') || '').startsWith('text/html');

const keepable = (answer) => !/no-store|private/.test(answer.headers.get('cache-control') || '');

async function fresh(key, longest) {
  const found = await caches.match(key);
  return found && Date.now() - Number(found.headers.get('x-kept-at') || Date.now()) < longest ? found : undefined;
}

// Puts an answer last in its cache, then drops the oldest beyond count or bytes.
async function keep(name, key, answer) {
  const body = await answer.blob();
  const headers = new Headers(answer.headers);
  headers.set('x-kept-at', Date.now());
  headers.set('x-kept-bytes', body.size);
  const cache = await caches.open(name);
  await cache.delete(key);
  await cache.put(key, new Response(body, { status: answer.status, headers }));
  if (LIMITS[name]) await trim(cache, LIMITS[name]);
}

async function trim(cache, limit) {
  let count = 0, bytes = 0;
  for (const request of (await cache.keys()).reverse()) {
    const found = await cache.match(request);
    count += 1;
    bytes += Number(found.headers.get('x-kept-bytes'));
    if (count > limit.count || bytes > limit.bytes) await cache.delete(request);
  }
}

// What was taken down goes from the phone too: in every language, with saved pages that led to it and the pictures of all.
async function forget(key) {
  const path = bare(key);
  const [pages, media] = await Promise.all([caches.open('pages'), caches.open('media')]);
  await Promise.all((await pages.keys()).map(async (request) => {
    const text = await (await pages.match(request)).text();
    if (bare(request.url) !== path && !text.includes(path + '"')) return;
    const shown = text.match(/\/media\/[^"'\s,)<>]+/g) || [];
    await Promise.all(shown.map((file) => media.delete(new URL(file, location.origin).href)));
    await pages.delete(request);
  }));
}

const bare = (url) => new URL(url).pathname.replace(/^\/[a-z]{2,3}(?=\/|$)/, '');

const empty = () => Promise.all(Object.keys(LIMITS).map((name) => caches.delete(name)));

async function offlinePage(url) {
  const language = (url.pathname.match(/^\/[a-z]{2,3}(?=\/|$)/) || [''])[0];
  return (await caches.match(language + '/offline')) || (await caches.match('/offline')) || Response.error();
}
