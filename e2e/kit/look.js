// What is wrong with a page as it stands, for any page.
import { AxeBuilder } from '@axe-core/playwright';
import { picture } from './artefacts.js';
import { visit } from './browser.js';

export const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Bytes of HTML that fit the first TCP window. */
const HTML = 14 * 1024;

/** Barriers, and anything wider than the screen; leaves a screenshot behind. */
export async function look(page, name) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze();
  await picture(page, name);
  const faults = violations.map(({ id, nodes }) => `${name}, ${id}: ${nodes[0].html.slice(0, 160)}`);
  return wide > 0 ? [...faults, `${name} scrolls sideways by ${wide} px`] : faults;
}

/** The same of a page without script: axe is one itself, so it looks at a copy beside it. `options` are those of `visit`. */
export async function lookBeside(page, options, name) {
  const body = await page.content();
  return visit(options, async (copy) => {
    await copy.route('**/*', (route) => (route.request().isNavigationRequest()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body }) : route.abort()));
    await copy.goto(page.url());
    return look(copy, name);
  });
}

/** Whatever is tapped, outside of running text, is at least as large as a fingertip: 44 px. */
export const targets = (page) => page.evaluate(() => {
  const faults = [];
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const target of document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')) {
    // A box is ticked by its words too.
    const { width, height } = (target.closest('label') || target).getBoundingClientRect();
    const inText = target.closest('p, .prose li') || (target.closest('dd') && !target.closest('.tags'));
    const wholeCard = getComputedStyle(target, '::after').position === 'absolute';
    if (!width || inText || wholeCard || target.matches('.skip')) continue;
    if (Math.min(width, height) < 43.5) faults.push(`${Math.round(width)} × ${Math.round(height)} px to tap: ${target.textContent}`);
  }
  return faults;
});

/** Opens each path in each language and says what is wrong: another answer, barriers, too wide, too heavy, too small to tap. */
export async function walk(page, languages, paths, name) {
  const faults = [];
  for (const path of paths) {
    for (const [tag, lang] of Object.entries(languages)) {
      const answer = await page.goto(lang + path);
      if (answer.status() !== 200 || !page.url().endsWith(lang + path)) faults.push(`${lang}${path}: ${answer.status()} at ${page.url()}`);
      faults.push(...await look(page, `${name}${path}-${tag}`));
      faults.push(...(await targets(page)).map((fault) => `${lang}${path}: ${fault}`), ...await weight(answer));
    }
  }
  return faults;
}

/** What is wrong with the weight of a page, as it was sent. */
export async function weight(answer) {
  const bytes = (await answer.request().sizes()).responseBodySize;
  return bytes > HTML ? [`${answer.url()} has ${bytes} bytes`] : [];
}
