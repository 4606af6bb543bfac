// Every sentence 40 % longer and accented (en-XA): what would break in a language nobody has written yet.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { picture } from '../kit/artefacts.js';
import { DESKTOP, PHONE, leave, visit } from '../kit/browser.js';
import { routes } from '../kit/routes.js';

after(leave);

for (const [name, path] of (await routes()).filter(([route]) => !route.startsWith('the page '))) {
  test(`${name} holds longer words without scrolling sideways`, () => visit({}, async (page) => {
    await page.goto(`/en-XA${path}`);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en-XA');
    for (const viewport of [{ width: 240, height: 320 }, PHONE, DESKTOP]) {
      await page.setViewportSize(viewport);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= viewport.width, `${wide} of ${viewport.width} px`);
    }
    await page.setViewportSize(PHONE);
    await picture(page, `${name}-longer-words`);
  }));
}
