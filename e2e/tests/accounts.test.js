// A borrowed phone without script: join, card, sign out, somebody else, back in with a code; and every page of one's own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DESKTOP, PHONE, leave, visit, watch } from '../kit/browser.js';
import { lookBeside, walk as walkAll } from '../kit/look.js';
import { PASSPHRASE, signIn, signOut } from '../kit/people.js';
import { startPortal } from '../kit/portal.js';
import { LANGUAGES } from '../kit/routes.js';

let portal, admin;
before(async () => {
  portal = await startPortal({ sample: false });
  const said = await portal.run(['person', 'add', 'halima', '--role', 'admin', '--role', 'steward', '--role', 'helper', '--role', 'editor', '--second-step', '--passphrase-stdin'], PASSPHRASE);
  admin = { handle: 'halima', second: said.match(/otpauth:\S+/)[0], phone: 'own' };
});
after(async () => {
  await leave();
  await portal.stop();
});

/** Joins in three steps without e-mail or number and prints the card. */
async function join(page, lang, name, see) {
  await page.goto(`${lang}/join`);
  await see('join');
  await page.locator(`main a[href="${lang}/join/name"]`).click();
  await see('join-name');
  await page.fill('#name', name);
  await page.locator('main form button').click();
  await see('join-rest');
  await page.selectOption('#craft', { index: 1 });
  await page.fill('#born', '1994');
  await page.fill('#passphrase', PASSPHRASE);
  await page.locator('#join button').click();
  await see('card-welcome');
  await page.locator(`main form[action="${lang}/me/card"] button`).click();
  await see('card');
  const codes = await page.locator('.paper ol li').allInnerTexts();
  assert.equal(codes.length, 8);
  return { handle: await page.locator('.paper b').first().innerText(), codes: codes.map((code) => code.trim()) };
}

async function recover(page, lang, { handle, codes }, see) {
  await page.goto(`${lang}/sign-in`);
  await page.locator(`main a[href="${lang}/recover"]`).click();
  await see('recover');
  await page.fill('#handle', handle);
  await page.fill('#code', codes[2]);
  await page.fill('#passphrase', 'seven kites over the market');
  await page.locator('main form button').click();
  await see('back-in');
  assert.match(page.url(), /\/me\?done=recovered$/);
  assert.ok((await page.locator('main').innerText()).includes(handle));
}

async function journey(page, options, lang, name) {
  const faults = watch(page, { portal: portal.url });
  const see = async (step) => faults.push(...await lookBeside(page, { ...options, baseURL: portal.url }, `accounts-${name}-${step}`));
  const first = await join(page, lang, 'Furaha Zmbahati', see);
  await signOut(page, lang);
  await see('signed-out');
  const shown = [await page.content()];
  await signIn(page, { lang, handle: name, phone: 'shared' });
  await see('second-person');
  for (const path of ['/me', '/me/settings', '/me/security', '/me/contacts', '/people', '/search?q=clay', '/sign-in', '/recover', '/']) {
    await page.goto(lang + path);
    shown.push(await page.content());
  }
  await signOut(page, lang);
  for (const mark of ['Zmbahati', first.handle, ...first.codes]) {
    assert.ok(!shown.some((content) => content.includes(mark)), `${mark} is seen by the next person`);
  }
  await recover(page, lang, first, see);
  assert.deepEqual(faults, []);
}

async function walk(lang, name, options) {
  await portal.run(['person', 'add', name, '--passphrase-stdin'], PASSPHRASE);
  await visit({ ...options, baseURL: portal.url, javaScriptEnabled: false }, (page) => journey(page, options, lang, name));
}

for (const [tag, lang] of Object.entries(LANGUAGES)) {
  test(`somebody joins on a borrowed phone, the next sees nothing of them, and they get back in (${tag})`, () => walk(lang, `neema-${tag}`, { viewport: PHONE }));
}

test('the same journey on a wide screen in the dark', () => walk('', 'neema-dark', { viewport: DESKTOP, colorScheme: 'dark' }));

const PAGES = [
  '/me', '/me/card', '/me/security', '/me/security/passphrase', '/me/security/pin', '/me/security/second-step',
  '/me/security/passkeys', '/me/settings', '/me/settings/name', '/me/settings/language', '/me/settings/phone',
  '/me/settings/quiet-hours', '/me/settings/handle', '/me/contacts', '/me/vouches', '/me/invitations', '/me/helped',
  '/me/recovery', '/me/recovery/confirm', '/me/data', '/me/leave', '/desk/accounts', '/desk/accounts?handle=halima',
  '/desk/outbox', '/desk/audit', '/desk/claims', '/help-out', '/help-out/register', '/help-out/act',
];
const OPEN = ['/sign-in', '/join', '/join/name', '/recover', '/recover/link', '/recover/people', '/claim', '/sign-out'];

test('every page of accounts is accessible, fits the narrowest screen and weighs little, in every language', () => visit({ baseURL: portal.url }, async (page) => {
  const faults = watch(page, { portal: portal.url });
  faults.push(...await walkAll(page, LANGUAGES, OPEN, 'accounts'));
  await signIn(page, admin);
  faults.push(...await walkAll(page, LANGUAGES, PAGES, 'accounts'));
  assert.deepEqual(faults, []);
}));
