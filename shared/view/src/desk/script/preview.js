// Shows a mail beside its form while it is written. Without it, a button does.

/** Milliseconds without a change after which it asks. */
const PAUSE = 600;

/**
 * @param {HTMLFormElement} form
 * @param {Element} place
 */
function showAsOneTypes(form, place) {
  let timer = 0;
  const request = new XMLHttpRequest();

  const ask = () => {
    const fields = new URLSearchParams();
    // Files go along once a button is pressed.
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') fields.append(name, value);
    // Without words, there is nothing to show yet.
    if (!fields.get('template') && !fields.get('message')?.trim()) return;
    // The button that sends it is never pressed from here.
    fields.set('do', 'show');
    request.open('POST', location.href);
    request.responseType = 'document';
    request.send(fields);
  };

  request.addEventListener('load', () => {
    /** @type {Document | null} */
    const page = request.response;
    const shown = page?.querySelector('#preview');
    if (!page || !shown) return;
    const isOpen = place.querySelector('details')?.open ?? false;
    // The mail's frame is sandboxed: nothing in it runs.
    place.replaceChildren(...shown.childNodes);
    const details = place.querySelector('details');
    if (details) details.open = isOpen;
    const send = page.querySelector('.buttons [value=send]');
    const show = form.querySelector('.buttons [value=show]');
    if (!send || !show || form.querySelector('.buttons [value=send]')) return;
    show.classList.add('quiet');
    show.after(' ', send);
  });

  form.addEventListener('input', () => {
    clearTimeout(timer);
    request.abort();
    timer = setTimeout(ask, PAUSE);
  });
  form.addEventListener('submit', () => clearTimeout(timer));
}

const form = document.querySelector('form[data-preview]');
const place = document.querySelector('#preview');
if (form instanceof HTMLFormElement && place) showAsOneTypes(form, place);
