// Makes the portal quicker where a script may run; every task works without it.
// Words come from data attributes, so that this file holds no sentence.
(() => {
  'use strict';
  const html = document.documentElement;
  const prefix = html.dataset.prefix || '';
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const make = (tag, properties, ...inside) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...inside);
    return node;
  };
  const store = {
    get: (key) => { try { return sessionStorage.getItem(key); } catch (_) { return null; } },
    set: (key, value) => { try { sessionStorage.setItem(key, value); } catch (_) { /* private mode */ } },
  };

  // Leaving quickly: blank at once, no entry left behind, and Back leads home.
  const blank = () => { document.title = ''; html.hidden = true; };
  all('[data-exit]').forEach((link) => link.addEventListener('click', (event) => {
    event.preventDefault();
    blank();
    store.set('left', '1');
    location.replace(link.href);
  }));
  addEventListener('pageshow', (event) => {
    if (!store.get('left')) return;
    const [visit] = performance.getEntriesByType('navigation');
    const back = event.persisted || (visit && visit.type === 'back_forward');
    store.set('left', '');
    if (!back) return;
    blank();
    location.replace(prefix + '/');
  });

  // Suggestions while typing: a combobox over a list box.
  const suggest = (form, number) => {
    const box = form.querySelector('input[type=search]');
    if (!box || !window.fetch || !window.AbortController) return;
    const list = make('ul', { id: 'hints' + number, className: 'hints', hidden: true });
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', form.dataset.hints);
    form.append(list);
    const say = (name, value) => box.setAttribute('aria-' + name, value);
    box.setAttribute('role', 'combobox');
    box.autocomplete = 'off';
    say('autocomplete', 'list');
    say('controls', list.id);
    say('expanded', false);
    let at = -1, timer, asked;

    const choose = (to) => {
      at = to;
      all('li', list).forEach((row, i) => row.setAttribute('aria-selected', i === at));
      if (at < 0) box.removeAttribute('aria-activedescendant');
      else { say('activedescendant', list.id + '-' + at); list.children[at].scrollIntoView({ block: 'nearest' }); }
    };
    const close = () => { list.hidden = true; say('expanded', false); choose(-1); };
    const show = (found) => {
      list.replaceChildren(...found.filter((hit) => /^\/(?!\/)/.test(hit.href)).slice(0, 8).map((hit, i) => {
        const row = make('li', { id: list.id + '-' + i, dir: 'auto' }, make('b', { textContent: hit.title }));
        if (hit.line) row.append(' ', make('small', { textContent: hit.line }));
        row.setAttribute('role', 'option');
        row.dataset.href = hit.href;
        return row;
      }));
      list.hidden = !list.children.length;
      say('expanded', !list.hidden);
      choose(-1);
    };
    const ask = () => {
      if (asked) asked.abort();
      const q = box.value.trim();
      if (q.length < 2) return close();
      asked = new AbortController();
      fetch(prefix + '/suggest?q=' + encodeURIComponent(q), { signal: asked.signal })
        .then((answer) => (answer.ok ? answer.json() : []))
        .then((found) => document.activeElement === box && show(found))
        .catch(() => {});
    };
    box.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
    box.addEventListener('blur', () => { clearTimeout(timer); close(); });
    box.addEventListener('keydown', (event) => {
      const rows = list.children.length;
      if (list.hidden || event.isComposing) return;
      if (event.key === 'ArrowDown') choose(at + 1 < rows ? at + 1 : -1);
      else if (event.key === 'ArrowUp') choose(at < 0 ? rows - 1 : at - 1);
      else if (event.key === 'Enter' && at >= 0) location.href = list.children[at].dataset.href;
      else if (event.key === 'Escape') close();
      else return;
      event.preventDefault();
    });
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => {
      const row = event.target.closest('li');
      if (row) location.href = row.dataset.href;
    });
  };
  all('form[data-hints]').forEach(suggest);

  // Words for a list of skills, crafts or languages while typing.
  all('input[data-words]').forEach((box, i) => {
    const list = make('datalist', { id: 'words' + i });
    let timer;
    box.setAttribute('list', list.id);
    box.after(list);
    box.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(() => fetch(box.dataset.words + '&q=' + encodeURIComponent(box.value))
        .then((answer) => (answer.ok ? answer.json() : []))
        .then((found) => list.replaceChildren(...found.map((value) => make('option', { value }))))
        .catch(() => {}), 150);
    });
  });

  // Copy and print buttons, which only a script can offer.
  all('[data-copy]').forEach((place) => {
    if (!navigator.clipboard) return;
    const button = make('button', { type: 'button', textContent: place.dataset.label });
    const told = make('span', { className: 'sr' });
    told.setAttribute('role', 'status');
    button.addEventListener('click', () => navigator.clipboard.writeText(place.dataset.copy).then(() => {
      button.textContent = told.textContent = place.dataset.done;
    }));
    place.append(button, told);
    place.hidden = false;
  });
  all('[data-print]').forEach((place) => {
    const button = make('button', { type: 'button', textContent: place.dataset.print });
    button.addEventListener('click', () => print());
    place.append(button);
    place.hidden = false;
  });

  // Data saver: a tap brings the picture into the page instead of leaving it.
  all('a[data-tap]').forEach((link) => link.addEventListener('click', (event) => {
    event.preventDefault();
    const { alt, w, h } = link.dataset;
    const picture = make('img', { alt, width: w, height: h, src: link.href, tabIndex: -1 });
    picture.onerror = () => { location.href = link.href; };
    link.replaceWith(picture);
    picture.focus({ preventScroll: true });
  }));

  // Without a network: say so, and keep what was read for later.
  const notes = all('[data-offline]');
  const online = () => notes.forEach((note) => { note.hidden = navigator.onLine; });
  addEventListener('online', online);
  addEventListener('offline', online);
  online();
  if (!('serviceWorker' in navigator)) return;
  addEventListener('load', () => navigator.serviceWorker.register('/sw.js').catch(() => {}));

  all('[data-saved-list]').forEach(async (list) => {
    const note = make('li', { textContent: list.dataset.empty });
    const clear = document.querySelector('[data-saved-clear]');
    const cache = await caches.open('pages');
    const rows = await Promise.all((await cache.keys()).reverse().map(async (request) => {
      const text = await (await cache.match(request)).text();
      const page = new DOMParser().parseFromString(text, 'text/html');
      const title = page.querySelector('h1') || page.querySelector('title');
      return make('li', { dir: 'auto', lang: page.documentElement.lang }, make('a', {
        href: request.url, textContent: title ? title.textContent : request.url,
      }));
    }));
    list.replaceChildren(...(rows.length ? rows : [note]));
    if (!clear || !rows.length) return;
    clear.hidden = false;
    clear.addEventListener('click', async () => {
      await Promise.all(['pages', 'media'].map((name) => caches.delete(name)));
      note.textContent = clear.dataset.savedClear;
      list.replaceChildren(note);
      clear.hidden = true;
      list.tabIndex = -1;
      list.focus();
    });
  });
})();
