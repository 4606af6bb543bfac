// Journeys on a 320 px phone whose browser runs no script.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { leave, visit } from '../kit/browser.js';
import { LANGUAGES, localised } from '../kit/routes.js';

const plain = (go) => visit({ javaScriptEnabled: false }, go);
after(leave);

const POTTER = { en: /^Potter/, sw: /^Mfinyanzi/, fr: /^Poterie/ };
for (const lang of Object.keys(LANGUAGES)) {
  test(`someone finds a potter who speaks Kiswahili in three taps (${lang})`, () => plain(async (page) => {
    await page.goto(localised(lang, '/'));
    await page.locator('main').getByRole('link', { name: POTTER[lang] }).first().click();
    await page.locator('nav.quick').getByRole('link', { name: /^kiswahili/i }).click();
    await page.locator('.card h3 a').first().click();
    assert.match(await page.locator('h1').innerText(), /\S/);
    const facts = await page.locator('.facts').innerText();
    assert.match(facts, /swahili/i);
    assert.match(await page.locator('article').innerText(), new RegExp(POTTER[lang].source.slice(1), 'i'));
    assert.equal(await page.locator('html').getAttribute('lang'), lang);
  }));
}

test('a word with a slip of the finger still finds people, and says so', () => plain(async (page) => {
  await page.goto('/');
  await page.locator('main input[type=search]').fill('pottr');
  await page.locator('main form.find button').click();
  assert.match(page.url(), /\/search\?q=pottr$/);
  assert.ok(await page.locator('.card').count() > 0);
  assert.equal(await page.locator('main input[type=search]').inputValue(), 'pottr');
  assert.equal(await page.locator('.note').count(), 2, 'one note is for readers without a network, one says that spellings differ');
}));

test('a search that finds nobody offers ways on, and each of them leads somewhere', () => plain(async (page) => {
  await page.goto('/people?q=zzqxvj&craft=potter');
  const ways = await page.locator('.empty a').evaluateAll((links) => links.map((link) => link.href));
  assert.ok(ways.length >= 3, `only ${ways}`);
  for (const way of ways) assert.equal((await page.goto(way)).status(), 200, way);
}));

test('another language shows the same page, and the way back leads to it', () => plain(async (page) => {
  await page.goto('/people?craft=potter');
  const title = await page.title();
  await page.locator('nav .lang').getByRole('link', { name: 'Kiswahili' }).click();
  assert.match(page.url(), /\/sw\/people\?craft=potter$/);
  assert.equal(await page.locator('html').getAttribute('lang'), 'sw');
  assert.match(await page.title(), /Mfinyanzi/);
  await page.locator('nav .lang').getByRole('link', { name: 'English' }).click();
  assert.equal(await page.title(), title);
}));

test('whoever chose a language finds it again at the front door', () => plain(async (page) => {
  await page.goto('/fr/people');
  await page.goto('/');
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  await page.locator('nav .lang').getByRole('link', { name: 'English' }).click();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
}));

test('the data saver takes pictures away, stays on the page and gives them back', () => plain(async (page) => {
  await page.goto('/people');
  assert.ok(await page.locator('.card img').count() > 0);
  await page.locator('footer button[name=saver]').click();
  assert.match(page.url(), /\/people$/);
  assert.equal(await page.locator('.card img').count(), 0);
  await page.goto('/');
  assert.equal(await page.locator('main img').count(), 0);
  await page.locator('footer button[name=saver]').click();
  assert.ok(await page.locator('main img').count() > 0);
}));

test('with the data saver on, a picture is one tap away', () => plain(async (page) => {
  await page.goto('/people');
  const way = await page.locator('.card:has(img) h3 a').first().getAttribute('href');
  await page.locator('footer button[name=saver]').click();
  await page.goto(way);
  assert.equal(await page.locator('main img').count(), 0);
  const picture = page.locator('a.tap').first();
  assert.match(await picture.innerText(), /KB/);
  const answer = await page.request.get(await picture.getAttribute('href'));
  assert.match(answer.headers()['content-type'], /^image\//);
}));

test('the keyboard meets the way out first and the way to the text second', () => plain(async (page) => {
  for (const path of ['/', '/people', '/offline', '/no-such-page']) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Leave quickly', path);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Skip to the text', path);
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#main$/);
  }
}));

const focused = (page) => page.locator(':focus').innerText();

test('the keyboard alone narrows the directory', () => plain(async (page) => {
  await page.goto('/people');
  const summary = page.locator('details.facets summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.locator('#f-language').focus();
  await page.keyboard.type('Kirundi');
  await page.locator('details.facets button').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/language=rn/);
  assert.match(await page.locator('.chips .on').innerText(), /Kirundi/);
}));

test('pages of the directory lead on and back without losing or repeating anybody', () => plain(async (page) => {
  const seen = [];
  await page.goto('/people?sort=name');
  for (let pages = 0; pages < 20; pages += 1) {
    seen.push(...await page.locator('.card h3 a').evaluateAll((links) => links.map((link) => link.pathname)));
    const next = page.locator('a[rel=next]');
    if (!(await next.count())) break;
    await next.click();
  }
  assert.equal(new Set(seen).size, seen.length);
  assert.ok(seen.length >= 60, `${seen.length} people`);
  const last = page.url();
  await page.locator('a[rel=prev]').click();
  await page.locator('a[rel=next]').click();
  assert.equal(page.url(), last);
}));

test('a page that does not exist keeps people going', () => plain(async (page) => {
  const answer = await page.goto('/sw/no-such-page');
  assert.equal(answer.status(), 404);
  assert.equal(await page.locator('html').getAttribute('lang'), 'sw');
  await page.locator('main input[type=search]').fill('potter');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/sw\/search\?q=potter$/);
  assert.ok(await page.locator('.card').count() > 0);
}));
