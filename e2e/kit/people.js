// People who sign in, and the portal of their own that the tests of accounts use.
import { createHmac } from 'node:crypto';

export const PASSPHRASE = 'three goats cross rivers';

/** The code of six digits that an app would show now for an `otpauth://` address (RFC 6238). */
export function codeOf(address, now = Date.now()) {
  const bits = [...new URL(address).searchParams.get('secret')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac('sha1', key).update(step).digest();
  const at = digest[19] & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Signs somebody in by the form, with a second step when they have one. */
export async function signIn(page, { lang = '', handle, passphrase = PASSPHRASE, phone = 'shared', second }) {
  await page.goto(`${lang}/sign-in`);
  await page.fill('#handle', handle);
  await page.fill('#passphrase', passphrase);
  await page.check(`input[name=phone][value=${phone}]`);
  await page.locator('#sign-in button').click();
  if (!second) return;
  await page.fill('#code', codeOf(second));
  await page.locator('main form button').click();
}

/** Signs out by the button under one's own place. */
export async function signOut(page, lang = '') {
  await page.goto(`${lang}/me`);
  await page.locator(`main form[action="${lang}/sign-out"] button`).last().click();
}
