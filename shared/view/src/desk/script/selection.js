// Selects all rows of a list, or those up to one that is clicked with Shift, and says how many
// are selected.

/** @param {HTMLElement} part */
function select(part) {
  const form = part.closest('form');
  const all = part.querySelector('input');
  const status = /** @type {HTMLElement | null} */ (part.querySelector('[role=status]'));
  const button = /** @type {HTMLElement | null} */ (form?.querySelector('button[data-other]'));
  if (!form || !all || !status || !button) return;
  const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('.rows input[type=checkbox]')]);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const label = button.textContent;
  /** @type {HTMLInputElement | undefined} */
  let last;

  /**
   * @param {HTMLElement} element
   * @param {number} count
   */
  const counted = (element, count) => {
    const text = element.dataset[plural.select(count)] ?? element.dataset.other ?? '';
    return text.replace('#', String(count));
  };

  const tell = () => {
    const count = boxes.filter(box => box.checked).length;
    all.checked = count === boxes.length;
    all.indeterminate = count > 0 && !all.checked;
    status.textContent = count ? counted(status, count) : '';
    button.textContent = count ? counted(button, count) : label;
  };

  form.addEventListener('click', event => {
    const box = boxes.find(box => box === event.target);
    if (!box) return;
    if (event.shiftKey && last) {
      const [from, to] = [boxes.indexOf(last), boxes.indexOf(box)].sort((a, b) => a - b);
      for (const between of boxes.slice(from, to + 1)) between.checked = box.checked;
    }
    last = box;
    tell();
  });
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
  // Whoever comes back finds the boxes as they were left.
  addEventListener('pageshow', tell);
  part.hidden = false;
}

const part = document.querySelector('#selection');
if (part instanceof HTMLElement) select(part);
