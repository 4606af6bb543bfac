// A page of one's own, from joining to strangers who read it; and every page by which it is made.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { record } from '../kit/artefacts.js';
import { PHONE, leave, visit, watch } from '../kit/browser.js';
import { look, walk } from '../kit/look.js';
import { PASSPHRASE, signIn } from '../kit/people.js';
import { photo } from '../kit/photo.js';
import { silence } from '../kit/silence.js';
import { startPortal } from '../kit/portal.js';
import { LANGUAGES } from '../kit/routes.js';
import { slowly } from '../kit/weigh.js';

/** What somebody needs to read a page, to type a letter and to look for a photo, in ms. */
const READ = 2000, LETTER = 250, LOOK_FOR = 5000;
/** The button of the form that a page is for: on a telephone of others, signing out stands above it. */
const FORM = 'main form:not([action$="/sign-out"]) button';
const FIVE_MINUTES = 300_000;
const POEM = 'The rain came late.\nWe planted all the same,\nand sang the seeds awake.';

let portal, photos;
before(async () => {
  // Whatever else lies on the disk of whoever runs this.
  portal = await startPortal({ sample: false, settings: { DZALEKA_UPLOAD_DISK_PERCENT: '100' } });
  photos = await visit({}, async (page) => [await photo(page, 1536, 2048), await photo(page, 2048, 1536), await photo(page, 1800, 1800)]);
});
after(async () => {
  await leave();
  await portal?.stop();
});

/** Somebody with a telephone: does what is asked, and `spent()` says how long they take, thinking and typing included. */
function someone(page) {
  let thinking = 0;
  const began = Date.now();
  const arrived = async () => { await page.waitForLoadState(); thinking += READ; };
  return {
    spent: () => Date.now() - began + thinking,
    async goTo(path) { await page.goto(path); await arrived(); },
    async type(field, words) { await page.fill(field, words); thinking += words.length * LETTER; },
    async choose(field, value) { await page.check(`input[name=${field}][value=${value}]`); thinking += 1000; },
    async send(field, file, nth) {
      await page.setInputFiles(field, { name: `photo-${nth}.jpg`, mimeType: 'image/jpeg', buffer: file });
      thinking += LOOK_FOR;
    },
    async tap(what) {
      // With script a file goes before its form does.
      const elsewhere = page.waitForEvent('framenavigated');
      await page.locator(what).first().click();
      await elsewhere;
      await arrived();
    },
  };
}

/** Joins and reaches `/me`; gives the handle. */
async function join(page, person) {
  await person.goTo('/join');
  await person.tap('main a[href="/join/name"]');
  await person.type('#name', 'Furaha');
  await person.tap(FORM);
  await page.selectOption('#craft', { index: 1 });
  await person.type('#born', '1994');
  await person.type('#passphrase', PASSPHRASE);
  await person.tap('#join button');
  await person.tap('main form[action="/me/card"] button');
  const handle = await page.locator('.paper b').first().innerText();
  await person.goTo('/me');
  return handle;
}

/** Adds one work and shows it to everybody. */
async function addWork(page, person, { kind, title, file, nth, alt, words }) {
  await person.goTo('/me/works/new');
  await person.choose('kind', kind);
  await person.type('#title', title);
  await person.tap(FORM);
  for (let steps = 0; steps < 6 && !page.url().endsWith('/publish'); steps += 1) {
    const step = page.url().split('/').pop();
    if (step === 'picture') {
      await person.send('#picture', file, nth);
      await person.type('#alt', alt);
    } else if (step === 'sound') await person.send('#sound', file, nth);
    else if (step === 'text') await person.type('textarea', words);
    else if (step === 'people') await person.choose('who', 'nobody');
    else await person.goTo(`${page.url()}/publish`);
    if (!page.url().endsWith('/publish')) await person.tap(FORM);
  }
  await person.choose('to', 'everyone');
  await person.tap(FORM);
}

test('from joining to a public page with a portrait and three works, on slow 3G without script, in less than five minutes', async () => {
  const handle = await visit({ baseURL: portal.url, javaScriptEnabled: false, isMobile: true, hasTouch: true }, async (page, context) => {
    context.setDefaultTimeout(30_000);
    await slowly(await context.newCDPSession(page));
    const person = someone(page);
    const name = await join(page, person);
    await person.goTo('/me/page/portrait');
    await person.send('#portrait', photos[0], 1);
    await person.choose('to', 'everyone');
    await person.tap(`${FORM}[value=list]`);
    // What the picture shows was forgotten: the form comes back, and the photo need not be sent again.
    await person.type('#alt', 'Furaha at her wheel');
    await person.tap(`${FORM}[value=list]`);
    await addWork(page, person, { kind: 'picture', title: 'Clay pots', file: photos[1], nth: 2, alt: 'Five clay pots on a shelf' });
    await addWork(page, person, { kind: 'text', title: 'Late rain', words: POEM });
    await addWork(page, person, { kind: 'picture', title: 'A water jar', file: photos[2], nth: 3, alt: 'A tall red jar' });
    await person.goTo('/me/page/publication');
    await person.choose('preset', 'showcase');
    await person.tap(FORM);
    const seconds = Math.round(person.spent() / 1000);
    console.log(`a public page with a portrait and three works after ${seconds} s; photos of ${photos.map(({ length }) => `${Math.round(length / 1024)} KB`).join(', ')}`);
    record('my-page', { seconds });
    assert.ok(person.spent() < FIVE_MINUTES, `${seconds} s`);
    return name;
  });
  await visit({ baseURL: portal.url }, async (page) => {
    const faults = watch(page, { portal: portal.url });
    assert.equal((await page.goto(`/people/${handle}`)).status(), 200);
    faults.push(...await look(page, 'my-page-public'));
    assert.equal(await page.locator('main .face img').count(), 1, 'the portrait is there');
    assert.equal(await page.locator('.works li').count(), 3);
    assert.match(await page.locator('main').innerText(), /Late rain/);
    assert.deepEqual(faults, []);
  });
});

const PARTS = ['name', 'line', 'crafts', 'portrait', 'about', 'relation', 'place', 'languages', 'skills', 'offers', 'wants', 'open-to', 'links'];
const STEPS = ['', '/title', '/picture', '/link', '/text', '/people', '/facts', '/licence', '/credits', '/publish', '/remove'];
const KEEPING = ['', '/hours', '/kind', '/members', '/membership'];

/** Adds somebody by the command line and shows their page to everybody. Gives what signs them in. */
async function settle(page, handle, roles = []) {
  const said = portal.run(['person', 'add', handle, '--level', 'trusted', ...roles.flatMap((role) => ['--role', role]),
    ...(roles.length ? ['--second-step'] : []), '--passphrase-stdin'], PASSPHRASE);
  const who = { handle, second: said.match(/otpauth:\S+/)?.[0], phone: 'own' };
  await page.context().clearCookies();
  await signIn(page, who);
  await page.goto('/me/page/publication');
  await page.check('input[name=preset][value=showcase]');
  await page.locator(FORM).first().click();
  return who;
}

async function fill(page, path, fields, go = FORM) {
  await page.goto(path);
  for (const [field, value] of Object.entries(fields)) {
    const choice = page.locator(`input[type=radio][name=${field}][value="${value}"]`);
    if (await choice.count()) await choice.check();
    else await page.fill(`[name=${field}]`, value);
  }
  await page.locator(go).first().click();
  await page.waitForLoadState();
}

test('every page by which people and organisations present themselves is accessible, fits the narrowest screen and weighs little, in every language', () => visit({ baseURL: portal.url, viewport: PHONE }, async (page) => {
  await settle(page, 'baraka-tests');
  await fill(page, '/me/new-organisation', { name: 'The Clay House', kind: 'business', role: 'Founder', handle: 'clay-house' });
  const clay = page.url().match(/organisations\/([^/?]+)/)[1];
  await fill(page, `/organisations/${clay}/page/publication`, { preset: 'showcase' });
  const halima = await settle(page, 'halima-tests', ['steward', 'editor']);
  await fill(page, `/organisations/${clay}/wrong`, { part: 'hours', words: 'They close at noon on Fridays now.' });
  await fill(page, '/people/baraka-tests/letter', { words: 'I saw your clay pots and would like to learn how you fire them without cracks.' });
  await fill(page, '/me/page/crafts', { });
  await addWork(page, someone(page), { kind: 'picture', title: 'Clay pots', file: photos[2], nth: 1, alt: 'Five clay pots' });
  await addWork(page, someone(page), { kind: 'audio', title: 'River song', file: silence(3), nth: 2, words: 'The river sings.' });
  await page.goto('/me/works');
  const [work, song] = await page.locator('main ol.tasks > li > a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  await page.goto(`${work}/picture`);
  const blur = (await page.locator('main a[href*="/blur"]').count()) ? await page.locator('main a[href*="/blur"]').first().getAttribute('href') : '/me';
  const faults = [...await walk(page, LANGUAGES, [
    '/me', '/me/page', '/me/page/publication', '/me/page/seen', ...PARTS.map((part) => `/me/page/${part}`),
    '/me/works', '/me/works/new', ...STEPS.map((step) => work + step), ...['', '/sound', '/text', '/people'].map((step) => song + step), '/me/credits',
    '/people/halima-tests/works/river-song', blur, '/people/halima-tests', '/people/halima-tests/works',
    '/people/halima-tests/works/clay-pots', '/find', '/me/letters', '/me/letters/settings', `/organisations/${clay}`, `/organisations/${clay}/wrong`,
    `/organisations/${clay}/claim`, '/people/baraka-tests/letter', `/organisations/${clay}/letter`,
    '/desk/words', '/desk/words/word?family=craft&code=potter', '/desk/organisations', '/desk/corrections', '/desk/reports',
  ], 'own')];
  await page.context().clearCookies();
  await signIn(page, { handle: 'baraka-tests', phone: 'own' });
  await page.goto('/me/letters');
  const letter = (await page.locator('main a[href^="/me/letters/"]').first().getAttribute('href')).replace(/\/report$/, '');
  faults.push(...await walk(page, LANGUAGES, [
    '/me/organisations', '/me/new-organisation', ...KEEPING.map((part) => `/me/organisations/${clay}${part}`), `/organisations/${clay}/page`,
    `/organisations/${clay}/page/line`, `/organisations/${clay}/page/works`, `/organisations/${clay}/page/works/new`, '/me/letters', letter, `${letter}/report`,
  ], 'keeping'));
  assert.ok(halima.second);
  assert.deepEqual(faults, []);
}));
