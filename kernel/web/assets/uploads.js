// Fields that take a file, where a script may run: says what it costs first, makes pictures smaller on the phone, and
// sends them so that a cut line or a reload costs nothing (tus 1.0.0). Without it the form sends the file by itself.
// Words come from data attributes, so that this file holds no sentence.
(() => {
  'use strict';
  const { lang, dataset: { prefix = '' } } = document.documentElement;
  const PIECE = 1 << 20;
  const STALLED = 20000;
  const LARGEST = 1280;
  const kept = {
    get: (key) => { try { return sessionStorage.getItem(key); } catch (_) { return null; } },
    set: (key, value) => { try { sessionStorage.setItem(key, value); } catch (_) { /* private mode */ } },
    drop: (key) => { try { sessionStorage.removeItem(key); } catch (_) { /* private mode */ } },
  };
  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = (n, unit) => {
    const figures = { maximumFractionDigits: n < 10 && unit === 'megabyte' ? 1 : 0 };
    try { return new Intl.NumberFormat(lang, { style: 'unit', unit, ...figures }).format(n); }
    catch (_) { return n.toFixed(figures.maximumFractionDigits) + (unit === 'megabyte' ? ' MB' : ' KB'); }
  };
  const size = (bytes) => (bytes < 999500 ? number(Math.max(bytes / 1000, 1), 'kilobyte') : number(bytes / 1e6, 'megabyte'));
  const soon = (wait) => new Promise((done) => {
    const timer = setTimeout(done, wait);
    addEventListener('online', () => { clearTimeout(timer); done(); }, { once: true });
  });

  // No larger than it is ever shown; the picture itself where that gains nothing or the browser does not turn it upright.
  const smaller = async (file) => {
    try {
      const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
      const fit = Math.min(1, LARGEST / bitmap.width, LARGEST * 1.5 / bitmap.height);
      const canvas = Object.assign(document.createElement('canvas'), {
        width: Math.max(1, Math.round(bitmap.width * fit)), height: Math.max(1, Math.round(bitmap.height * fit)),
      });
      canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
      bitmap.close();
      const type = file.type === 'image/jpeg' ? file.type : 'image/webp';
      const made = await new Promise((done) => canvas.toBlob(done, type, 0.85));
      return made && made.type === type && made.size < file.size ? made : file;
    } catch (_) {
      return file;
    }
  };

  // Two files with the same sum are the same file, also after a reload.
  const sum = async (file) => {
    const bytes = new Uint8Array(await new Response(file).arrayBuffer());
    let hash = 0x811c9dc5;
    for (let i = 0; i < bytes.length; i += 1) hash = Math.imul(hash ^ bytes[i], 0x01000193);
    return 'upload ' + bytes.length + ' ' + (hash >>> 0);
  };

  // One request; status 0 when the line is cut or nothing moves any more.
  const ask = (method, path, token, headers, body, moved) => new Promise((done) => {
    const xhr = new XMLHttpRequest();
    let timer;
    const wait = () => { clearTimeout(timer); timer = setTimeout(() => xhr.abort(), STALLED); };
    xhr.open(method, path);
    Object.entries({ 'Tus-Resumable': '1.0.0', 'Form-Token': token, ...headers })
      .forEach(([name, value]) => xhr.setRequestHeader(name, value));
    xhr.upload.onprogress = (event) => { wait(); if (moved) moved(event.loaded); };
    xhr.onloadend = () => { clearTimeout(timer); done(xhr); };
    wait();
    xhr.send(body);
  });
  const offset = (xhr) => Number(xhr.getResponseHeader('Upload-Offset'));

  // The id of the whole file on the server. Throws the server's words, or nothing, when it is not taken.
  const send = async (file, token, show) => {
    const key = await sum(file);
    let [path, at, wait] = [kept.get(key), -1, 500];
    for (;;) {
      let xhr;
      if (!path) {
        xhr = await ask('POST', prefix + '/uploads', token, { 'Upload-Length': file.size });
        if (xhr.status === 201) {
          path = xhr.getResponseHeader('Location');
          at = 0;
          kept.set(key, path);
        }
      } else if (at < 0) {
        xhr = await ask('HEAD', path, token);
        if (xhr.status === 200) at = offset(xhr);
        else if ([403, 404, 410].includes(xhr.status)) { path = null; kept.drop(key); continue; }
      } else if (at < file.size) {
        const from = at;
        xhr = await ask('PATCH', path, token, { 'Upload-Offset': at, 'Content-Type': 'application/offset+octet-stream' },
          file.slice(at, at + PIECE), (moved) => show(from + moved));
        // A browser may send a request anew by itself after a cut: the answer then says how far the first one came.
        at = xhr.status === 204 || (xhr.status === 409 && offset(xhr) > from) ? offset(xhr) : -1;
        if (at > from) { wait = 500; show(at); continue; }
      } else {
        kept.drop(key);
        return path.split('/').pop();
      }
      if (xhr.status >= 200 && xhr.status < 300 && xhr.getResponseHeader('Tus-Resumable')) {
        wait = 500;
        if (at >= 0) show(at);
        continue;
      }
      const again = xhr.status === 0 || [404, 409, 410, 423].includes(xhr.status) || (xhr.status >= 500 && xhr.status !== 507);
      if (!again) throw xhr.getResponseHeader('Tus-Resumable') ? xhr.responseText : '';
      show(-1);
      await soon(wait);
      wait = Math.min(wait * 2, 30000);
    }
  };

  const fieldOf = (field) => {
    const [input, id] = [field.querySelector('input[type=file]'), field.querySelector('input[type=hidden]')];
    const { upload, most, heavy, price, cost, costSmaller, going, waiting } = field.dataset;
    const note = Object.assign(document.createElement('span'), { className: 'hint' });
    const bar = Object.assign(document.createElement('progress'), { max: 1, hidden: true });
    note.setAttribute('role', 'status');
    input.after(note, bar);
    const kwacha = (bytes) => Math.max(1, Math.round(bytes / 1e6 * price));
    let ready = null;
    const look = async () => {
      const [file] = input.files;
      note.textContent = '';
      input.setCustomValidity('');
      if (!file) return null;
      const made = upload === 'picture' ? await smaller(file) : file;
      if (made.size > most) {
        input.setCustomValidity(heavy);
        input.reportValidity();
        return null;
      }
      note.textContent = fill(made === file ? cost : costSmaller, {
        size: size(file.size), cost: kwacha(file.size), small: size(made.size), less: kwacha(made.size),
      });
      return made;
    };
    input.addEventListener('change', () => { ready = look(); });
    // True when there is nothing left for the form itself to carry.
    const arrive = async (token) => {
      const file = await (ready || look());
      if (!file) return !input.files.length;
      bar.hidden = false;
      try {
        id.value = await send(file, token, (done) => {
          if (done >= 0) bar.value = done / file.size;
          note.textContent = done < 0 ? waiting : fill(going, { percent: Math.floor(done / file.size * 10) * 10 });
        });
      } catch (words) {
        if (typeof words !== 'string') throw words;
        note.textContent = words;
        bar.hidden = true;
        if (words) return false;
      }
      if (id.value) input.value = '';
      return true;
    };
    return { input, arrive };
  };

  const forms = new Map();
  document.querySelectorAll('form [data-upload]').forEach((field) => {
    const form = field.closest('form');
    forms.set(form, [...(forms.get(form) || []), fieldOf(field)]);
  });
  forms.forEach((fields, form) => form.addEventListener('submit', async (event) => {
    if (fields.every(({ input }) => !input.files.length)) return;
    event.preventDefault();
    const buttons = [...form.querySelectorAll('button')].filter((button) => !button.disabled);
    const { submitter } = event;
    if (submitter && submitter.name) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: submitter.name, value: submitter.value }));
    }
    buttons.forEach((button) => { button.disabled = true; });
    const { value: token = '' } = form.elements.namedItem('form') || {};
    let all = true;
    try {
      for (const field of fields) all = await field.arrive(token) && all;
    } catch (_) { /* the form carries its files itself */ }
    buttons.forEach((button) => { button.disabled = false; });
    if (all) form.submit();
  }));
})();
