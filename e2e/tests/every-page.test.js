// Every kind of page in every language, narrow and wide, light and dark.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { DESKTOP, PHONE, leave, visit, watch } from '../kit/browser.js';
import { picture } from '../kit/artefacts.js';
import { RULES, targets } from '../kit/look.js';
import { LANGUAGES, localised, routes } from '../kit/routes.js';

after(leave);

for (const [name, path, status] of await routes()) {
  for (const lang of Object.keys(LANGUAGES)) {
    test(`${name} (${lang}) is accessible, fits every screen and stays on this portal`, () => visit({}, async (page) => {
      const faults = watch(page, { errors: status === 200 });
      const answer = await page.goto(localised(lang, path));
      if (answer.status() !== status) faults.push(`status ${answer.status()}`);
      faults.push(...await page.evaluate(structure, lang));
      faults.push(...await targets(page));
      for (const [width, viewport] of [['narrow', PHONE], ['wide', DESKTOP]]) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          faults.push(...(await look(page, colorScheme)).map((fault) => `${width}, ${colorScheme}: ${fault}`));
          const telling = lang === 'en' || (width === 'narrow' && colorScheme === 'light');
          if (telling) await picture(page, `${name}-${lang}-${width}-${colorScheme}`);
        }
      }
      assert.deepEqual(faults, []);
    }));
  }
}

/** What every page has, read in the page. */
function structure(lang) {
  const faults = [];
  const count = (what) => document.querySelectorAll(what).length;
  if (count('h1') !== 1) faults.push(`${count('h1')} headings of the first level`);
  if (document.documentElement.lang !== lang) faults.push(`lang is ${document.documentElement.lang}`);
  if (count('main') !== 1) faults.push('no main part');
  if (!document.title) faults.push('no title');
  if (count('link[rel=canonical]') !== 1) faults.push('no canonical address');
  return faults;
}

/** What can be seen at one width in one colour scheme; only colours change in the dark. */
async function look(page, colorScheme) {
  const faults = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`scrolls sideways: ${scrollWidth} of ${clientWidth} px`] : [];
  });
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (colorScheme === 'dark' ? axe.withRules(['color-contrast']) : axe.withTags(RULES)).analyze();
  return faults.concat(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`));
}
