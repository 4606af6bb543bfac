// Passkeys, where the browser knows them: buttons that are hidden without this script come out.
// Words come from data attributes, so that this file holds no sentence.
(() => {
  'use strict';
  if (!window.PublicKeyCredential || !navigator.credentials || !window.fetch) return;
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = (list) => (list || []).map((key) => ({ ...key, id: bytes(key.id) }));

  const ask = async (kind, question) => {
    const publicKey = { ...question, challenge: bytes(question.challenge) };
    if (kind === 'create') {
      publicKey.user = { ...question.user, id: bytes(question.user.id) };
      publicKey.excludeCredentials = known(question.excludeCredentials);
    } else publicKey.allowCredentials = known(question.allowCredentials);
    const made = await navigator.credentials[kind]({ publicKey });
    const response = {};
    ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'].forEach((part) => {
      if (made.response[part]) response[part] = text(made.response[part]);
    });
    return { id: made.id, rawId: text(made.rawId), type: made.type, response, extensions: {} };
  };

  const send = async (to, body, type) => {
    const answer = await fetch(to, { method: 'POST', body, headers: { 'Content-Type': type } });
    // Sent elsewhere, to sign in or to prove oneself: the reader goes there.
    if (answer.redirected) { location.reload(); throw new Error(); }
    const said = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(), { said: said.refused });
    return said;
  };

  document.querySelectorAll('[data-passkey]').forEach((place) => {
    const { passkey, kind = 'get', form, failed } = place.dataset;
    const button = place.querySelector('button');
    const told = document.createElement('span');
    told.setAttribute('role', 'status');
    place.append(told);
    const go = async () => {
      button.disabled = true;
      told.textContent = '';
      try {
        const fields = new URLSearchParams(new FormData(document.getElementById(form)));
        fields.delete('passphrase');
        const asked = await send(passkey, fields, 'application/x-www-form-urlencoded');
        const credential = await ask(kind, asked.publicKey);
        const reply = JSON.stringify({ ticket: asked.ticket, credential });
        location.href = (await send(passkey + '/finish', reply, 'application/json')).to;
      } catch (fault) {
        told.textContent = fault.said || failed;
      }
      button.disabled = false;
    };
    button.addEventListener('click', go);
    const own = document.getElementById(form);
    // A form that only serves the passkey is sent by its script.
    if (own && own.method !== 'post') own.addEventListener('submit', (event) => { event.preventDefault(); go(); });
    place.hidden = false;
  });
})();
