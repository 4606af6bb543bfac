// What is wrong with a page as it stands, for any page.
import { AxeBuilder } from '@axe-core/playwright';
import { picture } from './artefacts.js';

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

/** Whatever is tapped, outside of running text, is at least as large as a fingertip: 44 px. */
export const targets = (page) => page.evaluate(() => {
  const faults = [];
  for (const details of document.querySelectorAll('details')) details.open = true;
  for (const target of document.querySelectorAll('a, button, input:not([type=hidden]), select, summary')) {
    const { width, height } = target.getBoundingClientRect();
    const inText = target.closest('p, .prose li') || (target.closest('dd') && !target.closest('.tags'));
    const wholeCard = getComputedStyle(target, '::after').position === 'absolute';
    if (!width || inText || wholeCard || target.matches('.skip')) continue;
    if (Math.min(width, height) < 43.5) faults.push(`${Math.round(width)} × ${Math.round(height)} px to tap: ${target.textContent}`);
  }
  return faults;
});

/** Opens each path in each language and says what is wrong: another answer, barriers, too wide, too heavy. */
export async function walk(page, languages, paths, name) {
  const faults = [];
  for (const path of paths) {
    for (const [tag, lang] of Object.entries(languages)) {
      const answer = await page.goto(lang + path);
      if (answer.status() !== 200 || !page.url().endsWith(lang + path)) faults.push(`${lang}${path}: ${answer.status()} at ${page.url()}`);
      faults.push(...await look(page, `${name}${path}-${tag}`));
      const bytes = (await answer.request().sizes()).responseBodySize;
      if (bytes > HTML) faults.push(`${lang}${path} has ${bytes} bytes`);
    }
  }
  return faults;
}
