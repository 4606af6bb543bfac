// A photo from the phone becomes a portrait, on a browser that runs no script.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { leave, visit } from '../kit/browser.js';
import { PASSPHRASE, signIn } from '../kit/people.js';
import { photo } from '../kit/photo.js';
import { startPortal } from '../kit/portal.js';

let portal;
before(async () => {
  // Whatever else lies on the disk of whoever runs this.
  portal = await startPortal({ sample: false, settings: { DZALEKA_UPLOAD_DISK_PERCENT: '100' } });
  portal.run(['person', 'add', 'zawadi', '--passphrase-stdin'], PASSPHRASE);
});
after(async () => {
  await portal?.stop();
  await leave();
});

test('a photo is sent by the plain form, stands on the page, and leads to blurring and back', async () => {
  const buffer = await visit({ baseURL: portal.url }, (page) => photo(page, 1600, 1200));
  await visit({ baseURL: portal.url, javaScriptEnabled: false }, async (page) => {
    await signIn(page, { handle: 'zawadi' });
    await page.goto('/me/page/portrait');
    await page.setInputFiles('#portrait', { name: 'me.jpg', mimeType: 'image/jpeg', buffer });
    await page.fill('[name=alt]', 'Zawadi at the market');
    await page.check('[name=to][value=everyone]');
    await page.locator('main button[name=then][value=list]').click();
    assert.match(page.url(), /\/me\/page\?done=saved$/);
    await page.goto('/me/page/portrait');
    const picture = page.locator('.face img');
    const [shown, said] = [await picture.evaluate((img) => [img.naturalWidth, img.naturalHeight]),
      [Number(await picture.getAttribute('width')), Number(await picture.getAttribute('height'))]];
    assert.ok(shown[0] > 0, 'it loads');
    assert.equal((shown[0] / shown[1]).toFixed(2), (said[0] / said[1]).toFixed(2));
    assert.match(await picture.getAttribute('srcset'), / 192w, .* 320w$/);
    await page.locator('a[href*="/blur?"]').click();
    await page.check('#square-1', { force: true });
    await page.locator('main form:has(#square-1) button').click();
    await page.locator('[role=status]').waitFor();
    await page.locator('main a[href="/me/page/portrait"]').click();
    assert.ok(await page.locator('.face img').evaluate((img) => img.naturalWidth) > 0, 'the blurred one is there');
  });
});
