// What a script makes quicker, and what it keeps for the time without a network.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PORTAL, leave, visit } from '../kit/browser.js';
import { openGate } from '../kit/gate.js';

after(leave);

test('suggestions appear while typing and are chosen by keyboard', () => visit({}, async (page) => {
  await page.goto('/people');
  const name = await page.locator('.card h3').first().innerText();
  await page.goto('/');
  const box = page.locator('main input[type=search]');
  await box.pressSequentially(name.slice(0, 4));
  const list = page.locator('main [role=listbox]');
  await list.waitFor();
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowDown');
  const first = list.locator('[role=option]').first();
  assert.equal(await first.getAttribute('aria-selected'), 'true');
  assert.equal(await box.getAttribute('aria-activedescendant'), await first.getAttribute('id'));
  const title = await first.locator('b').innerText();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/(people|organisations)\//);
  assert.equal(await page.locator('h1').innerText(), title);
}));

test('Escape closes the suggestions and leaves what was typed', () => visit({}, async (page) => {
  await page.goto('/');
  const box = page.locator('main input[type=search]');
  await box.pressSequentially('mus');
  await page.locator('main [role=option]').first().waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('main [role=listbox]').isVisible(), false);
  assert.equal(await box.inputValue(), 'mus');
}));

test('leaving quickly blanks the page, leaves no entry behind and does not come back', () => visit({}, async (page, context) => {
  await context.route('https://www.bbc.com/**', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Weather</h1>' }));
  await page.goto('/people');
  const profile = await page.locator('.card h3 a').first().getAttribute('href');
  await page.goto(profile);
  await page.locator('[data-exit]').click();
  await page.waitForURL(/bbc\.com/);
  await page.goBack();
  await page.waitForURL((url) => !url.pathname.includes('/people/'));
}));

test('with the data saver on, a tap brings the picture into the page', () => visit({ extraHTTPHeaders: { 'Save-Data': 'on' } }, async (page) => {
  await page.goto('/people');
  for (const way of await page.locator('.card h3 a').evaluateAll((links) => links.map((link) => link.pathname))) {
    await page.goto(way);
    if (await page.locator('a.tap').count()) break;
  }
  const address = page.url();
  await page.locator('a.tap').first().click();
  await page.waitForFunction(() => [...document.querySelectorAll('main img')].some((picture) => picture.complete && picture.naturalWidth > 0));
  assert.equal(page.url(), address);
}));

test('pages that were read can be read again without a network, are listed, and can be emptied', async () => {
  const gate = await openGate(PORTAL);
  try {
    await visit({ serviceWorkers: 'allow', baseURL: gate.url }, async (page, context) => {
      await page.goto('/people');
      const profile = await page.locator('.card:has(img) h3 a').first().getAttribute('href');
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForFunction(() => navigator.serviceWorker.controller);
      await page.goto(profile, { waitUntil: 'networkidle' });
      const name = await page.locator('h1').innerText();
      await page.goto('/safety', { waitUntil: 'networkidle' });

      await gate.shut();
      await context.setOffline(true);
      await page.goto(profile);
      assert.equal(await page.locator('h1').innerText(), name);
      assert.equal(await page.locator('[data-offline]').isVisible(), true, 'it says that this is a copy');
      assert.ok(await page.locator('.face img').evaluate((picture) => picture.decode().then(() => true, () => false)), 'the portrait is kept too');
      await page.goto('/people/never-read-before');
      assert.equal(await page.locator('h1').innerText(), 'Saved pages');
      const saved = page.locator('[data-saved-list] a');
      await saved.first().waitFor();
      assert.ok((await saved.allInnerTexts()).includes(name));
      await page.goto('/sw/people/never-read-before');
      assert.equal(await page.locator('html').getAttribute('lang'), 'sw');

      await page.goto('/offline');
      await page.locator('[data-saved-clear]').click();
      await page.getByText('Saved pages are gone.').waitFor();
      assert.equal(await page.locator('[data-saved-list] a').count(), 0);
      assert.deepEqual(await page.evaluate(() => caches.keys().then((names) => names.filter((name) => !name.startsWith('fixed-')))), []);
      await page.goto(profile);
      assert.equal(await page.locator('h1').innerText(), 'Saved pages', 'nothing of the profile is left');
    });
  } finally {
    await gate.close();
  }
});

test('the service worker costs little, once', async () => {
  const gate = await openGate(PORTAL);
  try {
    await visit({ serviceWorkers: 'allow', baseURL: gate.url }, async (page) => {
      await page.goto('/safety', { waitUntil: 'networkidle' });
      await page.waitForFunction(() => navigator.serviceWorker.controller);
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(500);
      const bytes = gate.passed.reduce((sum, answer) => sum + answer.bytes, 0);
      assert.ok(bytes <= 60 * 1024, `${bytes} bytes in all: ${gate.passed.map((answer) => `${answer.path} ${answer.bytes}`).join(', ')}`);
      gate.passed.length = 0;
      await page.goto('/safety', { waitUntil: 'networkidle' });
      await page.waitForTimeout(500);
      const again = gate.passed.filter((answer) => answer.status === 200 && answer.path !== '/safety');
      assert.deepEqual(again, []);
    });
  } finally {
    await gate.close();
  }
});
