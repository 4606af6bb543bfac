// A story of somebody without an account: told on a borrowed phone, worked up, agreed to with a code on paper, public in two
// languages, taken back with the card, deleted. No page of it needs a script.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { picture, record } from '../kit/artefacts.js';
import { DESKTOP, PHONE, leave, visit, watch } from '../kit/browser.js';
import { due } from '../kit/later.js';
import { look, lookBeside, targets, walk, weight } from '../kit/look.js';
import { PASSPHRASE, signIn } from '../kit/people.js';
import { photo } from '../kit/photo.js';
import { startPortal } from '../kit/portal.js';
import { LANGUAGES } from '../kit/routes.js';
import { silence } from '../kit/silence.js';

/** Sentences that stand nowhere else. */
const EN = ['The zumaridi thread listens before it answers', 'We traded nine blue buttons for a broken loom',
  'Every knot on our street has a cousin somewhere', 'She hums while the shuttle crosses the threads'];
const SW = ['Uzi wa zumaridi husikiliza kabla ya kujibu', 'Tulibadilisha vifungo tisa vya buluu kwa kitanda kilichovunjika',
  'Kila fundo la mtaa wetu lina binamu mahali fulani', 'Anavuma wimbo huku uzi ukipita katikati'];
const TITLE = { en: 'The thread that listens', sw: 'Uzi unaosikiliza' };
const SLUG = 'the-thread-that-listens';
const TOLD = 'She told it on a mat, between two customers, and I wrote down what I could.';
const text = ([first, second, third], [asks, goesOn, tells, end]) => `Q: ${asks}

A (Neema): ${first}. ${goesOn}
![](s1)

Q: ${tells}

A (Neema): ${second}. ${end}

> ${third}.
> — Neema
`;
const ENGLISH = text(EN, ['How did you begin?',
  'My grandmother kept a loom under the mango tree, and I was seven. I asked her why nothing ever broke. I have listened ever since.',
  'And the loom of today?', 'It took three evenings and two neighbours. Now nine of us weave on Thursdays, and whoever comes brings a colour.']);
const KISWAHILI = text(SW, ['Ulianzaje?',
  'Bibi yangu alikuwa na kitanda cha kufumia chini ya mwembe, nami nilikuwa na miaka saba. Tangu siku hiyo ninasikiliza.',
  'Na kitanda cha leo?', 'Ilichukua jioni tatu na majirani wawili. Sasa tunafuma watu tisa kila Alhamisi.']);
/** Of another story. */
const SECOND = `Q: What do you make of the second loom?

A: Whatever the week brings. On Mondays it is strips for bags, on Fridays a cloth for somebody's table. My brother cut the frame from an
old door, and you can still see where the handle was. Children like to sit below it and hand up the spools. They know the colours by
heart now, and they tell me when I choose badly. Most of the time they are right, and the cloth is better for it.`;

const SOON = 1000;
const pause = (wait) => new Promise((done) => { setTimeout(done, wait); });

let portal, people, loom;
before(async () => {
  // Whatever else lies on the disk of whoever runs this.
  portal = await startPortal({ sample: false, settings: { DZALEKA_UPLOAD_DISK_PERCENT: '100' } });
  const add = (handle, name, ...roles) => {
    const said = portal.run(['person', 'add', handle, '--name', name, '--level', 'trusted', ...roles, '--passphrase-stdin'], PASSPHRASE);
    return { handle, second: said.match(/otpauth:\S+/)?.[0] };
  };
  people = {
    helper: add('hilda-tests', 'Hilda', '--role', 'helper'),
    editor: { ...add('edo-tests', 'Edo', '--role', 'editor', '--second-step'), phone: 'own' },
    translator: { ...add('tumaini-tests', 'Tumaini'), phone: 'own' },
  };
  loom = await visit({ baseURL: portal.url }, (page) => photo(page, 1200, 900));
});
after(async () => {
  await leave();
  await portal?.stop();
});

/** A phone without script for each name; all of them are handed to `go`. */
const phones = ([name, ...rest], go, open = {}) => (name
  ? visit({ baseURL: portal.url, javaScriptEnabled: false, isMobile: true, hasTouch: true }, (page) => phones(rest, go, { ...open, [name]: page }))
  : go(open));

/** The same person on a phone that runs script. */
const scripted = async (page, options, go) => visit({ baseURL: portal.url, storageState: await page.context().storageState(), ...options }, go);

const words = (page) => page.locator('main').innerText();
const holds = async (page, ...all) => {
  const said = await words(page);
  for (const part of all) assert.ok(said.includes(part), `“${part}” in: ${said}`);
};
const press = (page, what) => page.locator(`main button[value=${what}]`).first().click();

/**
 * Looks at a page as it stands: the size of what is tapped, and barriers and width where nobody else looks at it
 * (`everyPage` opens the others); leaves pictures on a phone and, dark, on a desk.
 */
async function see(page, name, alone = false) {
  const faults = await targets(page);
  if (alone) faults.push(...await lookBeside(page, { baseURL: portal.url }, `stories-${name}`));
  await picture(page, `stories-${name}-phone`);
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture(page, `stories-${name}-desk-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(PHONE);
  assert.deepEqual(faults, [], name);
}

/** The helper writes down what Neema tells, with a picture and her voice; the first sending has faults. */
async function tell(page) {
  await signIn(page, people.helper);
  await page.goto('/stories');
  await page.locator('main a[href="/stories/tell"]').first().click();
  await page.locator('main form button').last().click();
  await holds(page, 'Write something, or choose a picture or a recording.');
  await page.check('input[name=who][value=beside]');
  await page.fill('#words', TOLD);
  await page.setInputFiles('#picture', { name: 'loom.txt', mimeType: 'text/plain', buffer: Buffer.from('a loom') });
  await page.setInputFiles('#sound', { name: 'voice.wav', mimeType: 'audio/wav', buffer: silence(3) });
  await page.locator('main form button').last().click();
  await see(page, 'tell-faults', true);
  await holds(page, 'Say how they shall be called.');
  assert.equal(await page.inputValue('#words'), TOLD);
  assert.ok(await page.isChecked('input[name=who][value=beside]'));
  await page.fill('#name', 'Neema');
  await page.setInputFiles('#picture', { name: 'loom.jpg', mimeType: 'image/jpeg', buffer: loom });
  await page.fill('#alt', 'A loom with blue threads');
  // The recording has arrived already and need not be sent again.
  await page.locator('main form button').last().click();
  assert.match(page.url(), /\/me\/stories\?done=told$/);
  await see(page, 'told');
  await page.locator('main ul.tasks a').first().click();
  await holds(page, 'before the people in it have read');
  return page.url().split('/').pop();
}

async function sign(page, desk) {
  await page.goto(desk);
  for (const tick of ['strengths', 'words', 'headline', 'cleared']) await page.check(`input[name=${tick}]`);
  await press(page, 'sign');
  await holds(page, 'Signed.', 'With the people in it');
}

/** An editor works it up: text, what is said in the recording, what may be seen of Neema, the checklist. */
async function workUp(page, id) {
  const desk = `/desk/stories/${id}`;
  await signIn(page, people.editor);
  await page.goto('/me');
  await page.locator('main a[href="/desk/stories"]').first().click();
  await see(page, 'desk');
  await page.locator(`main a[href="${desk}"]`).click();
  await press(page, 'take');
  await see(page, 'desk-one');
  await page.locator('main a[href$="/text"]').click();
  await page.selectOption('#kind', 'interview');
  await page.selectOption('#theme', 'arts');
  await page.fill('#title', TITLE.en);
  await page.fill('#lede', 'Neema weaves on Thursdays, and half the street comes along.');
  await page.selectOption('#lead', 'p1');
  await page.fill('#source', ENGLISH);
  await press(page, 'look');
  assert.ok(await page.locator('#preview blockquote').isVisible());
  assert.equal(await page.inputValue('#kind'), 'interview');
  assert.equal(await page.inputValue('#source'), ENGLISH, 'what was typed is still there');
  await see(page, 'preview', true);
  await press(page, 'save');
  await holds(page, 'Saved.', 'Of recording s1 nobody has written down what is said.');
  await page.locator('main a[href$="/pieces"]').click();
  assert.ok(await page.locator('main section img').evaluate((img) => img.naturalWidth) > 0);
  await page.fill('#transcript-s1', `${EN[3]}.`);
  await page.locator('form:has([name=piece][value=s1]) button[value=save]').click();
  await see(page, 'pieces');
  await page.goto(desk);
  await page.locator('main a[href*="/people/"]').click();
  await press(page, 'save');
  await page.check('input[name=strengths]');
  await press(page, 'sign');
  await holds(page, 'Tick all four.');
  assert.ok(await page.isChecked('input[name=strengths]'));
  await see(page, 'checklist', true);
  await sign(page, desk);
  await page.locator('main a[href*="/people/"]').click();
  await see(page, 'person');
  await page.locator('main form[action$="/paper"] button').click();
  await see(page, 'sheet');
  await page.emulateMedia({ media: 'print' });
  await picture(page, 'stories-sheet-printed');
  await page.emulateMedia({ media: 'screen' });
  return (await page.locator('.paper b').innerText()).trim();
}

/** A slip is mended while somebody has the page open: what they then agree to would not be what they read. */
async function changeUnderway(page, id) {
  await page.goto(`/desk/stories/${id}`);
  await press(page, 'reopen');
  await page.goto(`/me/stories/${id}/text`);
  await page.fill('#lede', 'Neema weaves on Thursdays, and the whole street comes along.');
  await press(page, 'save');
  await sign(page, `/desk/stories/${id}`);
}

async function openWith(page, code) {
  await page.goto('/stories/code');
  await page.fill('#code', code);
  await page.locator('main form button').click();
}

/** Neema reads with the code on her paper and says yes to the exact version. */
async function agree(page, code, meanwhile) {
  await page.goto('/stories/code');
  await page.fill('#code', 'AAAA-BBBB-CCCC');
  await page.locator('main form button').click();
  await holds(page, 'This code opens nothing.');
  assert.equal(await page.inputValue('#code'), 'AAAA-BBBB-CCCC');
  await see(page, 'code-wrong', true);
  await openWith(page, code.toLowerCase().replaceAll('-', ' '));
  await holds(page, ...EN.slice(0, 3), 'half the street');
  assert.ok(await page.locator('main figure img').first().evaluate((img) => img.naturalWidth) > 0, 'she sees the picture');
  await see(page, 'code-open');
  for (const use of ['site', 'share', 'press']) await page.check(`input[name=${use}]`);
  await page.fill('#witness', 'Hilda');
  await press(page, 'agree');
  await holds(page, 'Choose for how long.');
  assert.ok(await page.isChecked('input[name=press]'));
  assert.equal(await page.inputValue('#witness'), 'Hilda');
  await meanwhile();
  await page.check('input[name=term][value="1"]');
  await press(page, 'agree');
  await holds(page, 'The text has changed since you opened it.', 'the whole street');
  assert.ok(await page.isChecked('input[name=share]'));
  assert.ok(await page.isChecked('input[name=term][value="1"]'));
  await press(page, 'agree');
  await holds(page, 'Your yes is written down.', 'Agreed: time to think again', 'Until ');
  await see(page, 'agreed', true);
}

const status = async (path) => (await fetch(portal.url + path, { redirect: 'manual' })).status;

async function until(what, fits, patience = 10_000) {
  for (const end = Date.now() + patience; !await fits(); await pause(20)) assert.ok(Date.now() < end, `${what}, not within ${patience} ms`);
}

/** Three days pass; then Neema finds her story and a way to it. */
async function comesOut(page, code) {
  assert.equal(await status(`/stories/${SLUG}`), 404, 'not before its time');
  due(portal, 'story-cooling-over', 'UPDATE stories SET cooling_until = 1 WHERE cooling_until IS NOT NULL');
  await until('it comes out', async () => await status(`/stories/${SLUG}`) === 200);
  await openWith(page, code);
  await page.locator(`main a[href="/stories/${SLUG}"]`).click();
  await holds(page, ...EN.slice(0, 3), TITLE.en);
  const sound = page.locator('main audio');
  assert.equal(await sound.getAttribute('preload'), 'none', 'nothing is fetched before it is wanted');
  await holds(page, '0:03, ');
  await page.locator('main summary', { hasText: 'Read what is said' }).click();
  await holds(page, EN[3]);
  await see(page, 'public', true);
}

async function askTranslator(page, id) {
  await page.goto(`/desk/stories/${id}`);
  await page.locator('summary', { hasText: 'Ask somebody to translate' }).click();
  await page.selectOption('#lang', 'sw');
  await page.fill('#handle', 'nobody-here');
  await press(page, 'translator');
  await holds(page, 'Nobody here has this sign-in name.');
  assert.equal(await page.inputValue('#handle'), 'nobody-here');
  await page.fill('#handle', people.translator.handle);
  await press(page, 'translator');
  await holds(page, 'They find it under');
}

async function translate(page, editor, id) {
  const fields = { title: TITLE.sw, lede: 'Neema hufuma kila Alhamisi, na mtaa mzima huja naye.', source: KISWAHILI,
    'caption-p1': 'Kitanda cha kufumia', 'transcript-s1': `${SW[3]}.` };
  await page.goto('/me');
  await page.locator('main a[href="/me/stories"]').last().click();
  await page.locator(`main a[href="/me/stories/${id}/translate/sw"]`).click();
  for (const [field, typed] of Object.entries(fields)) await page.fill(`[name=${field}]`, typed);
  await press(page, 'save');
  await holds(page, 'Saved.', 'once somebody else has read it');
  await see(page, 'translating');
  // Whoever reads it beside the original misses the words for those who do not see the picture.
  await editor.goto('/desk/stories');
  await editor.locator(`main a[href="/me/stories/${id}/translate/sw"]`).click();
  await press(editor, 'review');
  await holds(editor, 'Picture p1 has no words for those who do not see it.');
  assert.equal(await status(`/sw/stories/${SLUG}`), 200);
  assert.ok(!(await body(`/sw/stories/${SLUG}`)).includes(SW[0]), 'not shown before it is read');
  await page.fill('[name=alt-p1]', 'Kitanda cha kufumia chenye nyuzi za buluu');
  await press(page, 'save');
  await editor.goto(`/me/stories/${id}/translate/sw`);
  await see(editor, 'reviewing');
  await press(editor, 'review');
  await holds(editor, 'Readers see it from now on');
}

const body = async (path) => (await fetch(portal.url + path)).text();
const PAGES = ['', '.json', '/share.jpg'].flatMap((end) => ['', '/sw', '/fr'].map((lang) => `${lang}/stories/${SLUG}${end}`));
/** Where it is met without being asked for by name, and what shows that it is there. */
const LISTS = Object.entries({
  '/': SLUG, '/sw/': SLUG, '/stories': SLUG, '/sw/stories': SLUG, '/stories?form=interview&theme=arts': SLUG, '/stories?language=sw': SLUG,
  '/search?q=zumaridi': SLUG, '/sw/search?q=zumaridi': SLUG, '/suggest?q=the+thread': TITLE.en, '/sw/suggest?q=uzi+una': TITLE.sw,
  '/stories/feed.atom': SLUG, '/stories/feed.json': SLUG, '/sw/stories/feed.atom': TITLE.sw, '/feed.atom': SLUG, '/feed.json': SLUG,
  '/sitemap.xml?kind=story&part=1': SLUG,
});
const MARKS = [...EN, ...SW, ...Object.values(TITLE)];

/** Whether nothing of the story is in an answer any more. A page that is gone may name its own address. */
async function isGone(path, wanted) {
  const answer = await fetch(portal.url + path);
  const said = await answer.text();
  if (wanted.includes(answer.status) && !MARKS.some((mark) => said.includes(mark))) return PAGES.includes(path) || !said.includes(SLUG);
  return false;
}

/** Taken back with the card in two taps; gives how long it took until each place was empty, in ms. */
async function takeBack(page, code, files) {
  await page.goto('/stories/code');
  await page.fill('#code', code);
  await page.locator('main form button').click();
  await see(page, 'take-back', true);
  const places = [...PAGES.map((path) => [path, [410]]), ...LISTS.map(([path]) => [path, [200, 404]]), ...files.map((path) => [path, [404]])];
  for (const [path, wanted] of places) assert.ok(!await isGone(path, wanted), `the test would see it at ${path}`);
  const tapped = Date.now();
  await press(page, 'back-site');
  const took = await Promise.all(places.map(async ([path, wanted]) => {
    await until(`gone from ${path}`, () => isGone(path, wanted));
    return [path, Date.now() - tapped];
  }));
  await holds(page, 'It is taken back.');
  await see(page, 'taken-back', true);
  return Object.fromEntries(took);
}

/** Every file of the portal that holds one of the marks. */
const marked = (folder) => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  const path = join(folder, entry.name);
  try {
    if (entry.isDirectory()) return marked(path);
    const bytes = statSync(path).size ? readFileSync(path) : Buffer.alloc(0);
    return MARKS.some((mark) => bytes.includes(mark)) ? [path] : [];
  } catch (fault) {
    // The index replaces its files while they are looked at.
    if (fault.code === 'ENOENT') return [];
    throw fault;
  }
});

/** A reader whose phone keeps what it read: both languages and the list. */
async function read(page) {
  await page.goto('/stories');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  for (const path of [`/stories/${SLUG}`, `/sw/stories/${SLUG}`, '/stories']) await page.goto(path, { waitUntil: 'networkidle' });
  assert.ok((await saved(page)).length > 0, 'the phone keeps copies');
}

/** What a phone keeps of the story: addresses. */
const saved = (page) => page.evaluate(async (marks) => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const text = await (await cache.match(request)).text();
      if (marks.some((mark) => text.includes(mark)) || request.url.includes('/media/')) found.push(request.url);
    }
  }
  return found;
}, MARKS);

test('an interview of somebody without an account is told, worked up, agreed to on paper, public in two languages, taken back and deleted', () => phones(
  ['helper', 'editor', 'translator', 'neema'],
  async ({ helper, editor, translator, neema }) => {
    const id = await tell(helper);
    const code = await workUp(editor, id);
    await agree(neema, code, () => changeUnderway(editor, id));
    await comesOut(neema, code);
    await signIn(translator, people.translator);
    await translator.goto('/me/page/publication');
    await translator.check('input[name=preset][value=showcase]');
    await translator.locator('main form:not([action$="/sign-out"]) button').first().click();
    await askTranslator(editor, id);
    await translate(translator, editor, id);
    await neema.goto(`/stories/${SLUG}`);
    await neema.locator('main .chips a[hreflang=sw]').click();
    await holds(neema, ...SW.slice(0, 3), TITLE.sw);
    await see(neema, 'public-sw');
    for (const [path, shown] of LISTS) await until(`it is in ${path}`, async () => (await body(path)).includes(shown));
    const shown = (await body(`/stories/${SLUG}`)).match(/\/(media|audio)\/[0-9a-f][^"'\s,)<>]+/g);
    const files = [...new Set(shown)];
    assert.ok(files.some((path) => path.startsWith('/audio/')) && files.some((path) => path.startsWith('/media/')));
    await everyPage({ editor, translator, neema }, id, code);
    await visit({ baseURL: portal.url, serviceWorkers: 'allow' }, async (reader) => {
      await read(reader);
      const took = await takeBack(neema, code, files);
      const slowest = Math.max(...Object.values(took));
      console.log(`taken back: gone from ${Object.keys(took).length} addresses ${slowest} ms after the tap`);
      record('stories-taken-back', took);
      assert.ok(slowest <= SOON, `${slowest} ms: ${JSON.stringify(took)}`);
      assert.equal((await reader.goto(`/stories/${SLUG}`)).status(), 410);
      await holds(reader, 'The people in it decided so');
      await until('nothing is left on the phone', async () => (await saved(reader)).length === 0);
    });
    assert.equal((await neema.goto(`/sw/stories/${SLUG}`)).status(), 410);
    await see(neema, 'gone', true);
    assert.ok(marked(portal.data).length > 0, 'the editors still keep it');
    await openWith(neema, code);
    await neema.locator('summary', { hasText: 'Delete it for good' }).click();
    await see(neema, 'deleting', true);
    await press(neema, 'erase');
    await holds(neema, 'Everything you told is deleted.');
    due(portal, 'scrub-after-story');
    await until('no byte is left on the disk', () => marked(portal.data).length === 0, 30_000);
    for (const path of [...PAGES, ...files]) assert.ok([404, 410].includes(await status(path)), path);
  },
));

/** Sends a form as a page would, quicker. */
async function send(page, path, form, kind = 'form') {
  const answer = await page.request.post(path, { [kind]: form, headers: { 'Sec-Fetch-Site': 'same-origin' }, maxRedirects: 0 });
  assert.equal(answer.status(), 303, `${path}: ${(await answer.text()).match(/<main[^]*<\/main>/)?.[0]}`);
}

/** Every page of the writing side, for each who opens it, with a second story at other stages. */
async function everyPage({ editor, translator, neema }, id, code) {
  await send(translator, '/stories/tell', { who: 'me', words: TOLD, title: 'A second loom', lang: 'en' }, 'multipart');
  await translator.goto('/me/stories');
  const second = (await translator.locator('main a', { hasText: 'A second loom' }).first().getAttribute('href')).split('/').pop();
  await editor.goto(`/desk/stories/${id}`);
  const person = await editor.locator('main a[href*="/people/"]').getAttribute('href');
  const faults = [];
  await scripted(editor, {}, async (page) => {
    faults.push(...await walk(page, LANGUAGES, [
      '/desk/stories', `/desk/stories/${id}`, `/desk/stories/${id}/read`, `/desk/stories/${id}/correct`, person, `/desk/stories/${second}`,
      `/me/stories/${second}/text`, `/me/stories/${id}/translate/sw`,
    ], 'stories'));
    await livePreview(page, second);
    await ready(page, second);
  });
  await scripted(translator, {}, async (page) => faults.push(...await walk(page, LANGUAGES, [
    '/stories/tell', '/me/stories', ...['', '/agree', '/withdraw'].map((step) => `/me/stories/${second}${step}`), '/stories/code',
  ], 'stories-own')));
  await scripted(neema, {}, async (page) => faults.push(...await opened(page, '/stories/code', async () => {
    await page.fill('#code', code);
    await page.locator('main form button').click();
  })));
  await scripted(editor, {}, async (page) => {
    await page.goto(`/desk/stories/${second}`);
    const own = await page.locator('main a[href*="/people/"]').getAttribute('href');
    faults.push(...await opened(page, own, () => page.locator('main form[action$="/paper"] button').click()));
    await send(page, `/desk/stories/${second}`, { what: 'reopen' });
    faults.push(...await walk(page, LANGUAGES, [`/me/stories/${second}/pieces`], 'stories'));
  });
  assert.deepEqual(faults, []);
}

/** What is wrong with a page that answers a form, in each language. */
async function opened(page, path, go) {
  const faults = [];
  for (const [tag, lang] of Object.entries(LANGUAGES)) {
    await page.goto(lang + path);
    const [answer] = await Promise.all([page.waitForResponse((answered) => answered.request().method() === 'POST'), go()]);
    await page.waitForLoadState();
    faults.push(...await look(page, `stories${path}-${tag}`), ...await targets(page), ...await weight(answer));
  }
  return faults;
}

/** The second story goes to whom it is about. */
async function ready(page, id) {
  await page.goto(`/desk/stories/${id}`);
  const person = await page.locator('main a[href*="/people/"]').getAttribute('href');
  await send(page, `/desk/stories/${id}`, { what: 'take' });
  await send(page, `/me/stories/${id}/text`, { kind: 'interview', title: 'A second loom', lede: 'Blue threads.', source: SECOND, what: 'save' });
  await send(page, person, { called: 'Tumaini', person: people.translator.handle, face: 'yes', named: 'yes', what: 'save' });
  await send(page, `/desk/stories/${id}`, { what: 'sign', strengths: 'yes', words: 'yes', headline: 'yes', cleared: 'yes' });
}

/** While somebody writes, the text is drawn beside it, a moment after the last letter; nothing is kept of that. */
async function livePreview(page, id) {
  const faults = watch(page, { portal: portal.url });
  const asked = [];
  page.on('request', (request) => { if (request.url().endsWith('/preview')) asked.push(request); });
  await page.setViewportSize(DESKTOP);
  await page.goto(`/me/stories/${id}/text`);
  const preview = page.locator('#preview');
  assert.ok(!await preview.isVisible());
  await page.locator('#source').press('Control+End');
  await page.locator('#source').pressSequentially('\n\nQ: Why blue?\n\nA: *Because of the sky.*', { delay: 5 });
  await preview.locator('em', { hasText: 'Because of the sky.' }).waitFor({ timeout: 5000 });
  assert.equal(await preview.locator('h2').first().innerText(), 'Preview, as you typed it');
  assert.ok(asked.length <= 2, `${asked.length} times for one go`);
  await picture(page, 'stories-live-preview');
  const [left, right] = await Promise.all([page.locator('#source').boundingBox(), preview.boundingBox()]);
  assert.ok(right.x >= left.x + left.width, 'beside the text on a wide screen');
  await page.setViewportSize(PHONE);
  faults.push(...await look(page, 'stories-live-preview-phone'), ...await targets(page));
  await page.goto(`/me/stories/${id}/text`);
  assert.ok(!(await page.inputValue('#source')).includes('Because of the sky.'), 'nothing was kept');
  await page.setExtraHTTPHeaders({ 'Save-Data': 'on' });
  asked.length = 0;
  await page.goto(`/me/stories/${id}/text`);
  await page.locator('#source').pressSequentially(' And green.');
  await pause(1500);
  assert.equal(asked.length, 0, 'not with the data saver on');
  await page.locator('button[value=look]').click();
  await preview.locator('p', { hasText: 'And green.' }).waitFor();
  assert.deepEqual(faults, []);
}
