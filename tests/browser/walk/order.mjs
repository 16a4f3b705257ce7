// Deciding about an order: each action of its page, and what the page says of it afterwards.

const SAVED = 'Saved with the order.';
const PDF = Buffer.from('%PDF-1.7\na warranty\n%%EOF');

/** A day that is to come, as a field of a form has it. */
const later = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);

/** Opens the form of an action from the order's page. */
export async function act(merchant, group, action) {
  await merchant.go(merchant.order(1));
  await merchant.unfold(group, '.actions');
  await merchant.press(merchant.main('.actions a', { hasText: action }));
}

/** Goes on from a filled form, reads what would happen, and does it. */
async function confirm(merchant, { expects, presses = 'tell', says = SAVED }) {
  await merchant.press(merchant.page.locator('[value=ask]'));
  for (const text of expects) await merchant.reads(text);
  await merchant.press(merchant.page.locator(`[value=${presses}]`));
  await merchant.said(says);
}

export async function deciding(merchant) {
  const { page, way } = merchant;
  const mail = `An email goes to jens${way}@holm.example`;

  await merchant.go(merchant.order(1));
  await merchant.unfold('Add note', '#notes');
  await merchant.look('/desk/orders/one/note');
  await page.locator('#note').fill('Wants it before Christmas.');
  await merchant.press(merchant.main('#notes form button'));
  await merchant.said('The note is saved.');
  await merchant.reads('Wants it before Christmas.', '#notes');

  // One of them tells nobody.
  await act(merchant, 'Change the order', 'Add tracking number');
  await page.locator('#number').fill(`JJD00${way}7766`);
  await page.locator('#carrier').fill('GLS');
  await confirm(merchant, { expects: [mail], presses: 'quiet' });
  await merchant.until(merchant.main('*', { hasText: 'somebody at the desk chose to tell nobody' }));
  await merchant.reads(`JJD00${way}7766`);

  await act(merchant, 'Change the order', 'Set status');
  await page.locator('[name=status][value=preparing]').check();
  await confirm(merchant, { expects: [mail] });

  await act(merchant, 'Change the order', 'Promise a day');
  await page.locator('#day').fill(later);
  await confirm(merchant, { expects: [mail] });

  await act(merchant, 'More', 'Mark as urgent');
  await page.locator('#reason').fill('A birthday');
  await merchant.press(page.locator('[value=on]'));
  await merchant.said(SAVED);
  await merchant.reads('Urgent: A birthday', '.banner');
  await act(merchant, 'More', 'No longer urgent');
  await merchant.press(page.locator('[value=off]'));
  await merchant.said(SAVED);

  await act(merchant, 'Change the order', 'Add a document');
  await page.locator('[name=kind][value=other]').check();
  await page.locator('#number').fill('Warranty');
  await page.locator('#file').setInputFiles({ name: 'warranty.pdf', mimeType: 'application/pdf', buffer: PDF });
  await confirm(merchant, { expects: ['warranty.pdf', 'It will be on the customer’s page.'] });
  await merchant.until(merchant.main('[aria-labelledby=documents]', { hasText: 'Warranty' }));

  await act(merchant, 'Change the order', 'Register a return');
  await page.locator('#returned-2').fill('1');
  await confirm(merchant, { expects: ['Chair, oiled ash'] });

  await act(merchant, 'Change the order', 'Record a refund');
  await page.locator('#amount').fill('much');
  await merchant.press(page.locator('[value=ask]'), 422);
  await merchant.look('/desk/orders/one/refund/wrong');
  await page.locator('#amount').fill('1200');
  await page.locator('#reason').fill('A scratch');
  await confirm(merchant, { expects: ['1,200.00'] });

  await held(merchant);

  await act(merchant, 'Change the order', 'Cancel order');
  await confirm(merchant, { expects: [mail] });
  await merchant.until(merchant.main('.answers', { hasText: 'Cancelled' }));
  // With all that happened to it.
  await merchant.look('/desk/orders/one/full');
}

/** Holds back what there is to tell, discards it, and lets go what comes next. */
async function held(merchant) {
  const { page } = merchant;
  await act(merchant, 'Emails', 'Hold emails');
  await merchant.press(page.locator('[value=on]'));
  await merchant.said('Emails about this order are held back from now on.');
  await merchant.reads('Emails about this order are held back.', '.banner');
  await act(merchant, 'Change the order', 'Set status');
  await page.locator('[name=status][value=sent]').check();
  await confirm(merchant, { expects: ['The email waits until you release it.'] });
  await merchant.until(merchant.main('.answers', { hasText: 'waits to be sent' }));
  await act(merchant, 'Emails', 'Discard waiting emails');
  await merchant.press(page.locator('[value=on]'));
  await merchant.said('The waiting emails have been discarded.');
  await act(merchant, 'Emails', 'Release emails');
  await merchant.press(page.locator('[value=off]'));
  await merchant.said('Emails about this order go out again.');
}
