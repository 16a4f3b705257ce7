// Single keys: / searches, two keys lead to a page, j and k walk through a list, ? shows them
// all. Their list is in the page; where a member switched them off, this module is not loaded.

/** Milliseconds in which the second of two keys must follow. */
const PAUSE = 1000;
/** The places where a key is a letter. */
const FIELDS = 'input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable], dialog';

/** @param {HTMLDialogElement} dialog */
function listen(dialog) {
  const links = new Map();
  for (const link of dialog.querySelectorAll('a[data-keys]')) links.set(link.getAttribute('data-keys'), link);
  const begun = new Set([...links.keys()].map(keys => keys[0]));
  let first = '';
  let timer = 0;

  document.addEventListener('keydown', event => {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (dialog.open || (target instanceof Element && target.closest(FIELDS))) return;
    const link = links.get(`${first} ${key}`);
    clearTimeout(timer);
    first = '';
    if (link) link.click();
    else if (begun.has(key)) {
      first = key;
      timer = setTimeout(() => (first = ''), PAUSE);
    } else if (key === '/') {
      const box = /** @type {HTMLInputElement | null} */ (document.querySelector('#find'));
      box?.focus();
      box?.select();
    } else if (key === '?') dialog.showModal();
    else if (key === 'j') step(1);
    else if (key === 'k') step(-1);
    else return;
    event.preventDefault();
  });
}

/**
 * Moves the focus to the link of the next row, or of the one before.
 *
 * @param {1 | -1} by
 */
function step(by) {
  const rows = [...document.querySelectorAll('main .rows > li')].filter(row => row.querySelector('a'));
  const at = rows.findIndex(row => row.contains(document.activeElement));
  if (at + by >= 0) rows[at + by]?.querySelector('a')?.focus();
}

const dialog = document.querySelector('#shortcuts');
if (dialog instanceof HTMLDialogElement) listen(dialog);
