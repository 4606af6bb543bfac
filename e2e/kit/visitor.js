// Somebody without a browser: forms are sent as a browser would send them, cookies are kept.
import { PASSPHRASE, codeOf } from './people.js';

/** A visitor of the portal at `url`: `get(path)`, `send(path, fields)` and `enter(handle, second)`; each gives the answer. */
export function visitor(url) {
  const cookies = new Map();
  const ask = async (path, options = {}) => {
    const headers = { 'Sec-Fetch-Site': 'same-origin', Cookie: [...cookies].map((pair) => pair.join('=')).join('; '), ...options.headers };
    const answer = await fetch(new URL(path, url), { redirect: 'manual', ...options, headers });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
      cookies.set(name, value);
    }
    return answer;
  };
  const get = (path) => ask(path);
  /** `fields` is an object, or a `FormData` where the form takes files. */
  const send = (path, fields) => ask(path, { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields) });
  return {
    get,
    send,
    /** Signs in; `second` is the `otpauth://` address of the second step. */
    async enter(handle, second) {
      const asked = await send('/sign-in', { handle, passphrase: PASSPHRASE, phone: 'own' });
      if (!second) return asked;
      const ticket = new URL(asked.headers.get('location'), url).searchParams.get('ticket');
      return send('/sign-in/code', { ticket, code: codeOf(second) });
    },
  };
}
