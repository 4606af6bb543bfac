// Passkeys with the browser's own authenticator, and what is left on a phone after signing out.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { leave, visit } from '../kit/browser.js';
import { startPortal } from '../kit/portal.js';

// Passkeys are bound to a name, so this portal is called `localhost`.
let portal;
before(async () => { portal = await startPortal({ host: 'localhost' }); });
after(async () => {
  await leave();
  await portal.stop();
});

/** A phone that verifies its owner by finger, without anybody tapping. */
async function withFinger(page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true,
      isUserVerified: true, automaticPresenceSimulation: true,
    },
  });
  return {
    keys: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    verified: (isUserVerified) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

const PASSPHRASE = 'three goats cross rivers';

/** Goes through the first steps of joining, up to the last page. */
async function almostJoin(page, name) {
  await page.goto('/join/name');
  await page.fill('#name', name);
  await page.locator('main form button').click();
  await page.fill('#born', '1994');
}

async function join(page, name) {
  await almostJoin(page, name);
  await page.fill('#passphrase', PASSPHRASE);
  await page.locator('#join button').last().click();
  await page.waitForURL('**/me/card?new=1');
  return page.locator('main b').first().innerText();
}

async function signOut(page) {
  await page.goto('/me');
  await page.locator('form[action="/sign-out"] button').last().click();
  await page.waitForURL('**/sign-in?done=signed_out');
}

test('a passkey is added, signs in with one tap, and opens nothing once it is removed', () => visit({ baseURL: portal.url }, async (page) => {
  const phone = await withFinger(page);
  const handle = await join(page, 'Amina Uwase');
  await page.goto('/me/security/passkeys');
  await page.fill('#name', 'my phone');
  await page.locator('[data-passkey] button').click();
  await page.getByText('Your passkey works from now on.').waitFor();
  const keys = await phone.keys();
  assert.equal(keys.length, 1);
  assert.ok(keys[0].isResidentCredential, 'it can be found without a name');
  assert.equal(keys[0].rpId, 'localhost');

  await signOut(page);
  await page.locator('[data-passkey] button').click();
  await page.waitForURL('**/me');
  assert.ok((await page.locator('main').innerText()).includes(handle));

  await page.goto('/me/security/passkeys');
  await page.locator('form[action="/me/security/passkeys/remove"] button').click();
  await page.getByText('The passkey is removed.').waitFor();
  await signOut(page);
  await page.locator('[data-passkey] button').click();
  await page.getByText('That did not work.').waitFor();
  assert.match(page.url(), /\/sign-in/);
}));

test('somebody joins with a passkey and never has a passphrase', () => visit({ baseURL: portal.url }, async (page) => {
  const phone = await withFinger(page);
  await almostJoin(page, 'Zawadi');
  await page.fill('#born', '2020');
  await page.locator('[data-passkey] button').click();
  await page.getByText('You can join from the year in which you turn 13.').waitFor();
  await page.fill('#born', '1994');
  await page.locator('[data-passkey] button').click();
  await page.waitForURL('**/me/card?new=1');
  assert.equal((await phone.keys()).length, 1);
  await signOut(page);
  await page.locator('[data-passkey] button').click();
  await page.waitForURL('**/me');
}));

test('who is not verified by the phone does not get in, and learns that it did not work', () => visit({ baseURL: portal.url }, async (page) => {
  const phone = await withFinger(page);
  await join(page, 'Moses');
  await page.goto('/me/security/passkeys');
  await page.locator('[data-passkey] button').click();
  await page.getByText('Your passkey works from now on.').waitFor();
  await signOut(page);
  await phone.verified(false);
  await page.locator('[data-passkey] button').click();
  await page.getByText('That did not work.').waitFor();
  assert.equal(await page.locator('[data-passkey] button').isEnabled(), true, 'and can try again');
}));

test('after signing out, Back shows nothing and no copy is left on the phone', () => visit({ baseURL: portal.url, serviceWorkers: 'allow' }, async (page) => {
  const handle = await join(page, 'Neema');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto('/me/security', { waitUntil: 'networkidle' });
  await page.goto('/people', { waitUntil: 'networkidle' });
  const kept = () => page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = await Promise.all(caches_.map((cache) => cache.keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  const own = (paths) => paths.filter((path) => /^\/(me|people|media)(\/|$)/.test(path));
  assert.deepEqual(own(await kept()).filter((path) => !path.startsWith('/media')), [], 'nothing that was answered with a session');
  await page.goto('/me');
  await signOut(page);
  assert.deepEqual(own(await kept()), [], 'nor pictures, once somebody has signed out');
  for (let back = 0; back < 3; back += 1) {
    await page.goBack({ waitUntil: 'load' }).catch(() => {});
    assert.ok(!(await page.locator('body').innerText()).includes(handle), page.url());
  }
}));

test('without the browser knowing passkeys nothing of them is seen, and all goes on without', () => visit({ baseURL: portal.url, javaScriptEnabled: false }, async (page) => {
  await join(page, 'Baraka');
  await page.goto('/me/security/passkeys');
  assert.equal(await page.locator('[data-passkey]').isVisible(), false);
  assert.ok(await page.locator('noscript, .note').count() > 0);
  await page.goto('/sign-in');
  assert.equal(await page.locator('[data-passkey]').isVisible(), false);
}));
