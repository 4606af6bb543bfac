// What machines read, by independent validators: feeds, sitemaps, structured data and records, in every language; with content
// that is hard to write down, and with none.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { PORTAL } from '../kit/browser.js';
import { PASSPHRASE } from '../kit/people.js';
import { startPortal } from '../kit/portal.js';
import { LANGUAGES } from '../kit/routes.js';
import { atomFaults, jsonFaults, jsonFeedFaults, recordFaults, sitemapFaults, structuredFaults } from '../kit/validate.js';
import { visitor } from '../kit/visitor.js';

const FORMS = ['profile', 'interview', 'feature', 'news', 'announcement'];
/** Quotes, marks, signs beyond the first plane, and an Ethiopic and an Arabic word. */
const HARD = 'ሰላም “News” & <b>bread</b> 🥖 ]]> it\'s 5 > 4 السلام';

let awkward;
before(async () => { awkward = await startPortal({ sample: false }); });
after(async () => { await awkward?.stop(); });

const text = async (address) => {
  const answer = await fetch(address);
  assert.equal(answer.status, 200, address);
  return answer.text();
};
/** Texts by address, of paths below a portal. */
const texts = async (portal, paths) => {
  const found = {};
  for (const path of paths) found[path] = await text(portal + path);
  return found;
};

/** Every feed there is, by ending. */
function feeds(ending) {
  const narrowed = ['', ...FORMS.map((form) => `?form=${form}`), ...Object.keys(LANGUAGES).map((lang) => `?lang=${lang}`), '?form=interview&lang=sw'];
  return Object.values(LANGUAGES).flatMap((prefix) => [`${prefix}/feed.${ending}`, ...narrowed.map((query) => `${prefix}/stories/feed.${ending}${query}`)]);
}

async function feedFaults(portal) {
  const faults = await atomFaults(await texts(portal, feeds('atom')));
  for (const [path, feed] of Object.entries(await texts(portal, feeds('json')))) faults.push(...jsonFeedFaults(JSON.parse(feed), path));
  return faults;
}

const addresses = (xml) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address.replaceAll('&#38;', '&'));

/** The sitemap, its parts, and every address in them. */
async function sitemaps(portal) {
  const all = { '/sitemap.xml': await text(`${portal}/sitemap.xml`) };
  for (const part of addresses(all['/sitemap.xml'])) all[part] = await text(part);
  const listed = Object.entries(all).filter(([path]) => path !== '/sitemap.xml').flatMap(([, part]) => addresses(part));
  return { all, listed };
}

/** Everything about a portal that a validator can say. */
async function everyFault(portal) {
  const { all, listed } = await sitemaps(portal);
  const faults = [...await feedFaults(portal), ...await sitemapFaults(all)];
  for (const address of listed) faults.push(...structuredFaults(await text(address), address));
  return { faults, listed };
}

/** The records of these stories that the press may have; they are checked against the standard and what this portal asks beyond it. */
async function records(portal, stories) {
  const asked = await text(`${portal}/stories/record.schema.json`);
  const [faults, found] = [[], []];
  for (const address of stories) {
    const answer = await fetch(`${address}.json`);
    if (answer.status === 410) continue;
    const record = await answer.json();
    found.push(record);
    faults.push(...recordFaults(record, address), ...jsonFaults(record, asked, address));
  }
  return { faults, found };
}

test('the validators find what is wrong', async () => {
  const atom = await atomFaults({ '/a': '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>a</id><updated>today</updated><entry><title>B</title><id>a</id></entry></feed>' });
  assert.ok(['dateTime', 'author', 'twice', 'IRI', 'zone', 'page', 'entry'].every((part) => atom.some((fault) => fault.includes(part))), atom.join('\n'));
  assert.ok((await atomFaults({ '/a': '<feed>' })).length > 0);
  assert.match(jsonFeedFaults({ version: 'https://jsonfeed.org/version/1.1', title: 'A', items: [{ id: 'a' }] }, '/a').join(), /content_text/);
  const url = (inner) => ({ '/a': `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>${inner}</url></urlset>` });
  assert.equal((await sitemapFaults(url('<loc>http://portal.example/</loc>'))).length, 0);
  assert.ok((await sitemapFaults(url('<loc>http://portal.example/</loc><lastmod>today</lastmod>'))).length > 0);
  const page = (data) => structuredFaults(`<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data })}</script>`, '');
  const article = { '@type': 'NewsArticle', headline: 'A', datePublished: '2026-11-22', author: [{ '@type': 'Person', name: 'N' }] };
  assert.deepEqual(page(article), []);
  for (const wrong of [{ '@type': 'Story' }, { ...article, jobTitle: 'A' }, { ...article, datePublished: 'today' }, { ...article, author: { '@type': 'Place' } }]) {
    assert.equal(page(wrong).length, 1, JSON.stringify(wrong));
  }
  assert.ok(recordFaults({ id: 'a', title: '', type: 'tale' }, '').length >= 5);
});

test('feeds, sitemap and the structured data of every public page are valid in every language', async () => {
  const { faults, listed } = await everyFault(PORTAL);
  assert.deepEqual(faults, []);
  for (const kind of ['/people/', '/organisations/', '/stories/', '/works/']) assert.ok(listed.some((address) => address.includes(kind)), kind);
  for (const list of ['/', '/people', '/organisations?kind=business', '/stories?form=interview', '/stories/series/many-hands']) {
    for (const prefix of Object.values(LANGUAGES)) faults.push(...structuredFaults(await text(PORTAL + prefix + list), prefix + list));
  }
  assert.deepEqual(faults, []);
});

test('records of stories keep to the Dzaleka Metadata Standard, in every language', async () => {
  const { listed } = await sitemaps(PORTAL);
  const { faults, found } = await records(PORTAL, listed.filter((address) => /\/stories\/[^/]+$/.test(address)));
  assert.deepEqual(faults, []);
  assert.deepEqual([...new Set(found.map(({ language }) => language))].sort(), Object.keys(LANGUAGES).sort());
});

test('feeds without entries are valid', async () => {
  assert.deepEqual(await feedFaults(awkward.url), []);
});

test('names and titles that are hard to write down are valid everywhere', async () => {
  await comeIn();
  await tell();
  const { faults, listed } = await everyFault(awkward.url);
  assert.deepEqual(faults, []);
  for (const kind of ['/people/', '/organisations/', '/stories/']) assert.ok(listed.some((address) => address.includes(kind)), kind);
  const feed = await text(`${awkward.url}/feed.json`);
  assert.equal(JSON.parse(feed).items.filter(({ title }) => title === HARD).length, 4, 'person, organisation, page and story');
  const { faults: wrong, found } = await records(awkward.url, listed.filter((address) => /\/stories\/[^/]+$/.test(address)));
  assert.deepEqual(wrong, []);
  assert.ok(found.length > 0 && found.every(({ title }) => title === HARD));
});

/** A person, an organisation and a page, brought in and released. */
async function comeIn() {
  const folder = mkdtempSync(join(tmpdir(), 'dzaleka-hard-'));
  const put = (path, fields, body) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), `---\n${Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join('\n')}\n---\n\n${body}\n`);
  };
  const said = { name: HARD, line: HARD, languages: ['sw', 'am'], links: ['https://example.org/a?b="c"&d=<e>'] };
  put('people/hard.md', { ...said, crafts: [HARD], skills: [HARD] }, HARD);
  put('organisations/hard.md', { ...said, hours: { monday: '08:00-17:00' } }, HARD);
  put('pages/hard.md', { title: HARD, description: HARD }, HARD);
  awkward.run(['import', folder]);
  awkward.run(['person', 'release', '--all']);
  rmSync(folder, { recursive: true });
}

/** News that nobody is portrayed in: told, written and signed by an editor. */
async function tell() {
  const said = awkward.run(['person', 'add', 'keza', '--name', HARD, '--role', 'editor', '--second-step', '--passphrase-stdin'], PASSPHRASE);
  const editor = visitor(awkward.url);
  await editor.enter('keza', said.match(/otpauth:\S+/)[0]);
  const told = new FormData();
  for (const [name, value] of Object.entries({ who: 'beside', name: HARD, title: HARD, words: HARD, lang: 'en', once: 'once' })) told.set(name, value);
  await editor.send('/stories/tell', told);
  const desk = await (await editor.get('/desk/stories')).text();
  const [path, id] = desk.match(/\/desk\/stories\/([0-9a-f-]{36})/);
  const [subject] = (await (await editor.get(path)).text()).match(/\/desk\/stories\/[^/"]+\/people\/[0-9a-f-]{36}/);
  await editor.send(subject, { what: 'remove' });
  await editor.send(path, { what: 'take' });
  await editor.send(`/me/stories/${id}/text`, { kind: 'news', theme: 'community', title: HARD, lede: HARD, source: `${HARD}\n\n> ${HARD}\n> — ${HARD}`, what: 'save' });
  const signed = await editor.send(path, { what: 'sign', strengths: 'yes', words: 'yes', headline: 'yes', cleared: 'yes' });
  assert.equal(signed.status, 303, await signed.text());
}
