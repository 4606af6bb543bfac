// Fields that take a file, where a script may run. Everything works without it.
(() => {
  'use strict';
  // Nothing is sent before the size is known to fit: the limit stands in the field.
  document.querySelectorAll('[data-upload] input[type=file]').forEach((input) => {
    const field = input.closest('[data-upload]');
    input.addEventListener('change', () => {
      const heavy = [...input.files].some((file) => file.size > Number(field.dataset.most));
      input.setCustomValidity(heavy ? field.dataset.heavy : '');
      input.reportValidity();
    });
  });
})();
