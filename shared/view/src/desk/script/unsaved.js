// Asks before a page is left whose forms hold text that was typed and not sent. The text is
// kept nowhere: it may be about a customer.

const FIELDS = 'textarea, input:not([type=hidden], [type=password], [type=checkbox], [type=radio])';
const forms = [...document.forms].filter(form => form.method === 'post');
/** @type {Set<EventTarget | null>} */
const sent = new Set();

/** @param {Element} field */
function isTyped(field) {
  const { value, defaultValue } = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (field);
  return field.matches(FIELDS) && value !== defaultValue;
}

/** @param {HTMLFormElement} form */
function isUnsaved(form) {
  // A form that came back with its text is marked.
  return !sent.has(form) && ('unsaved' in form.dataset || [...form.elements].some(isTyped));
}

/** @param {Event} event */
function ask(event) {
  if (forms.some(isUnsaved)) event.preventDefault();
}

// Browsers keep a page that does not listen for a faster way back.
const listen = () => addEventListener('beforeunload', ask);
if (forms.some(isUnsaved)) listen();
document.addEventListener('input', listen);
document.addEventListener('submit', event => sent.add(event.target));
addEventListener('pageshow', () => sent.clear());
