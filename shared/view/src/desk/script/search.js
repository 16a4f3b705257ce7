// Lists what fits below the search box while one types. Without it, the form leads to the
// same results on a page.
//
// A combobox with a list to choose from by hand, as the ARIA Authoring Practices have it.

/** Milliseconds without a key after which it asks. */
const PAUSE = 150;
/** The fewest characters that part of a word is found by. */
const FEWEST = 3;

/**
 * @param {HTMLInputElement} box
 * @param {HTMLElement} list
 * @param {Element} status
 */
function searchAsOneTypes(box, list, status) {
  let timer = 0;
  const request = new XMLHttpRequest();

  /** @param {Element | undefined} chosen */
  const choose = chosen => {
    for (const hit of list.children) hit.setAttribute('aria-selected', String(hit === chosen));
    if (chosen) box.setAttribute('aria-activedescendant', chosen.id);
    else box.removeAttribute('aria-activedescendant');
    chosen?.scrollIntoView({ block: 'nearest' });
  };

  /** @param {boolean} open */
  const show = open => {
    list.hidden = !open;
    box.setAttribute('aria-expanded', String(open));
    choose(undefined);
  };

  const close = () => {
    clearTimeout(timer);
    request.abort();
    show(false);
  };

  const ask = () => {
    const typed = box.value.trim();
    request.open('GET', `${list.dataset.from}?q=${encodeURIComponent(typed)}`);
    // A document that is read in this way neither runs nor loads anything.
    request.responseType = 'document';
    request.send();
  };

  request.addEventListener('load', () => {
    const found = request.response?.querySelector('[role=listbox]');
    // Whoever is not signed in any more learns it from the form.
    if (!found || document.activeElement !== box) return;
    list.replaceChildren(...found.children);
    show(list.childElementCount > 0);
    status.textContent = request.response.querySelector('[role=status]').textContent;
  });

  box.addEventListener('input', () => {
    clearTimeout(timer);
    request.abort();
    if (box.value.trim().length < FEWEST) {
      close();
      list.replaceChildren();
    }
    else timer = setTimeout(ask, PAUSE);
  });

  box.addEventListener('keydown', event => {
    if (event.isComposing || list.childElementCount === 0) return;
    const hits = [...list.children];
    const at = hits.findIndex(hit => hit.getAttribute('aria-selected') === 'true');
    const chosen = /** @type {HTMLElement | undefined} */ (hits[at]);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = event.key === 'ArrowDown' ? at + 1 : at - 1;
      if (list.hidden) show(true);
      // Beyond either end, it is the box's turn.
      choose(next < -1 ? hits.at(-1) : hits[next]);
    } else if (event.key === 'Enter' && chosen) {
      chosen.click();
    } else if (event.key === 'Escape' && !list.hidden) {
      close();
    } else return;
    event.preventDefault();
  });

  box.addEventListener('blur', close);
  // A click leaves the focus where it is, so that the list stays until it is done.
  list.addEventListener('mousedown', event => event.preventDefault());

  box.setAttribute('role', 'combobox');
  box.setAttribute('aria-autocomplete', 'list');
  box.setAttribute('aria-controls', list.id);
  show(false);
}

const box = document.querySelector('#find');
const list = document.querySelector('#hits');
const status = list?.nextElementSibling;
if (box instanceof HTMLInputElement && list instanceof HTMLElement && status) searchAsOneTypes(box, list, status);
