// What is written as readers will see it, drawn by the server a moment after the last letter. Without this script a button
// of the form does the same. Words come from data attributes, so that this file holds no sentence.
(() => {
  'use strict';
  const PAUSE = 900;
  const place = document.querySelector('[data-preview]');
  const saves = navigator.connection && navigator.connection.saveData;
  if (!place || saves || !window.fetch || !window.AbortController) return;
  const { preview, fresh, failed } = place.dataset;
  const form = document.getElementById(place.dataset.form);
  const heading = place.querySelector('h2');
  const drawn = place.querySelector('[data-drawn]');
  let timer, asked;

  // A picture that is there already is not fetched again.
  const put = (html) => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const there = new Map([...drawn.querySelectorAll('img')].map((picture) => [picture.getAttribute('src'), picture]));
    page.querySelectorAll('img').forEach((picture) => {
      const known = there.get(picture.getAttribute('src'));
      if (!known) return;
      known.alt = picture.alt;
      picture.replaceWith(known);
    });
    drawn.replaceChildren(...page.body.childNodes);
  };

  const draw = async () => {
    if (asked) asked.abort();
    asked = new AbortController();
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(preview, { method: 'POST', body, signal: asked.signal });
      // Sent elsewhere: the session has ended.
      if (!answer.ok || answer.redirected) throw new Error();
      put(await answer.text());
      heading.textContent = fresh;
    } catch (fault) {
      if (fault.name === 'AbortError') return;
      heading.textContent = failed;
    }
    place.hidden = false;
  };

  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(draw, PAUSE);
  });
})();
