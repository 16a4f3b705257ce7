// Customers: what is noted on them, who is watched, who gets no mails, who is one person.

export async function knowing(merchant) {
  const { page, way } = merchant;
  await merchant.go('/desk/customers?shop=erp');
  await merchant.press(merchant.main(`a[href="${merchant.customer(2)}"]`));
  await merchant.reads('Karen Holm');
  await merchant.unfold('Add note', '#notes');
  await page.locator('#note').fill('Has a key to the yard.');
  await merchant.press(merchant.main('#notes form button'));
  await merchant.said('The note is saved.');
  await merchant.press(merchant.link('Edit note'));
  await page.locator('#note').fill('Has a key to the yard and the shed.');
  await merchant.press(page.locator('[value=edit]'));
  await merchant.said('Saved.');
  await merchant.reads('and the shed.', '#notes');

  await merchant.unfold('Put on the watch list');
  await merchant.look('/desk/customers/one/watch');
  await page.locator('#watch').fill('Parcels were stolen twice.');
  await merchant.press(page.locator('[value=watch]'));
  await merchant.said('The customer is on the watch list.');
  await merchant.go(merchant.order(7));
  await merchant.reads('Parcels were stolen twice.', '.watch');
  await merchant.go(merchant.customer(2));
  await merchant.press(page.locator('[value=lift-watch]'));
  await merchant.said('The customer is no longer on the watch list.');

  // A mail from the customer's page is one about their newest order.
  await merchant.press(merchant.link('Write an email'));
  merchant.is('the recipient', await page.locator('#to').inputValue(), `karen${way}@holm.example`);

  await merchant.go(merchant.customer(3));
  await merchant.reads('an email came back because the address does not work.');
  await merchant.look('/desk/customers/one/suppressed');
  await merchant.press(page.locator('[value=lift-suppression]'));
  await merchant.said('This address gets emails again.');
}

export async function joining(merchant) {
  const { page, way } = merchant;
  const [jens, karen] = [merchant.customer(1), merchant.customer(2)];
  await merchant.go(jens);
  await merchant.press(merchant.link('Join with another customer'));
  await page.locator('#with').fill(`W-${way}1`);
  await merchant.press(merchant.main('form button').first(), 422);
  await merchant.look('/desk/customers/one/join/wrong');
  await page.locator('#with').fill(`karen${way}@holm`);
  await merchant.press(merchant.main('form button').first());
  await merchant.look('/desk/customers/one/join/found');
  await merchant.press(merchant.main(`a[href$="with=W-${way}2"]`));
  await merchant.reads('Are these two one person?');
  await merchant.look('/desk/customers/one/join/check');
  await page.locator('[name=stands][value=this]').check();
  await merchant.press(page.locator('[value=join]'));
  await merchant.said('The customers are joined: this is the page of both.');
  for (const n of [1, 4]) merchant.is('their orders', await merchant.main(`a[href="${merchant.order(n)}"]`).count() > 0, true);
  await merchant.look('/desk/customers/one/joined');
  await merchant.go(karen);
  merchant.is('where the other one leads', merchant.path, jens);
  await merchant.press(page.locator('[value=separate]'));
  await merchant.said('The customers are separate again.');
  await merchant.go(karen);
  merchant.is('the other one again', merchant.path, karen);
}
