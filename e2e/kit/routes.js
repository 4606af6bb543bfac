// Every kind of page there is, with addresses found in the sample community itself.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PORTAL } from './browser.js';

/** The languages of the interface and what stands before an address in each. */
export const LANGUAGES = { en: '', sw: '/sw', fr: '/fr' };

const content = fileURLToPath(new URL('../../content/en', import.meta.url));
export const STANDING = readdirSync(content).map((file) => file.replace(/\.md$/, '')).sort();

/** The HTML of an address of the portal. */
export const html = async (path) => (await fetch(PORTAL + path)).text();

/** The cards of a list page: `{ href, picture }`. */
const cards = (page) => [...page.matchAll(/<li class="card">(.*?)<\/li>/gs)].map(([, card]) => ({
  href: card.match(/<h3[^>]*><a href="([^"]+)"/)[1],
  picture: card.includes('<img'),
}));

/** Walks a list until a card pleases. */
async function first(path, pleases) {
  for (let next = path, pages = 0; next && pages < 10; pages += 1) {
    const page = await html(next);
    const found = cards(page).find(pleases);
    if (found) return found.href;
    next = page.match(/<link rel="next" href="([^"]+)"/)?.[1].replaceAll('&amp;', '&').replace(PORTAL, '');
  }
  throw new Error(`no such card in ${path}`);
}

/** `[name, path without language, status]` of every kind of page. */
export const routes = async () => [
  ['home', '/', 200],
  ['people', '/people', 200],
  ['people who are potters', '/people?craft=potter', 200],
  ['people where nobody matches', '/people?q=zzqxv&craft=potter', 200],
  ['a profile with a portrait', await first('/people', (card) => card.picture), 200],
  ['a profile without a portrait', await first('/people', (card) => !card.picture), 200],
  ['organisations', '/organisations', 200],
  ['an organisation', await first('/organisations', () => true), 200],
  ['stories', '/stories', 200],
  ['stories of one form', '/stories?form=interview', 200],
  ['stories where nothing fits', '/stories?form=news&theme=sport', 200],
  ['a portrait', await first('/stories?form=profile', (card) => card.picture), 200],
  ['an interview', await first('/stories?form=interview', (card) => card.picture), 200],
  ['a feature in a series', await first('/stories?form=feature', (card) => card.picture), 200],
  ['a series', '/stories/series/many-hands', 200],
  ['search, before asking', '/search', 200],
  ['search with results', '/search?q=music', 200],
  ['search with nothing', '/search?q=zzqxvj', 200],
  ['search with a typo', '/search?q=pottr', 200],
  ...STANDING.map((slug) => [`the page ${slug}`, `/${slug}`, 200]),
  ['saved pages', '/offline', 200],
  ['a page that does not exist', '/no-such-page', 404],
];

/** The address of a path in a language; English at the root has a prefix of its own, as no prefix means "as you like". */
export const localised = (lang, path) => (path === '/' && lang === 'en' ? '/en/' : LANGUAGES[lang] + path);
