// The list of orders: narrowed by its filters, and a status for several at once.

export async function listing(merchant) {
  const { page, way } = merchant;
  await merchant.go('/desk/orders');
  await merchant.unfold('Filter');
  await page.locator('#shop').selectOption('erp');
  await page.locator('#stage').selectOption('received');
  await page.locator('#since').fill('2026-01-01');
  await page.locator('#q').fill(`${way}04`);
  await merchant.press(merchant.main('.filters button'));
  const fields = new URLSearchParams(merchant.path.split('?')[1]);
  merchant.is('the shop in the address', fields.get('shop'), 'erp');
  merchant.is('the stage in the address', fields.get('stage'), 'received');
  merchant.is('the number in the address', fields.get('q'), `${way}04`);
  const rows = merchant.main('.orders > li');
  merchant.is('the rows', await rows.count(), 1);
  await merchant.reads(`#${way}04`, 'main .orders');
  // The address alone leads there again.
  await page.reload();
  merchant.is('the rows again', await rows.count(), 1);
  merchant.is('the field again', await page.locator('#stage').inputValue(), 'received');
  await page.locator('#q').fill('nothing like it');
  await merchant.press(merchant.main('.filters button'));
  await merchant.reads('No order matches the filters.');
  await merchant.press(merchant.link('Show all orders'));
  merchant.is('the address of all', merchant.path, '/desk/orders');

  // Two of Karen's, and one that has the status by then.
  for (const n of [4, 5]) await page.locator(`[name=order][value="erp/${way}0${n}"]`).check();
  await merchant.press(merchant.main('form[action$="/orders/status"] button'));
  await merchant.reads('Set the status of 2 orders');
  await page.locator('[name=status][value=preparing]').check();
  await merchant.press(page.locator('[value=ask]'));
  await merchant.reads('2 orders would change.');
  await merchant.reads('2 emails would be sent.');
  await merchant.look('/desk/orders/status/confirm');
  await merchant.press(page.locator('[value=tell]'));
  await merchant.said('2 orders have been changed.');
  merchant.is('the results', await merchant.main('.rows > li', { hasText: 'Status set' }).count(), 2);
  await merchant.look('/desk/orders/status/done');

  // Nothing is selected.
  await merchant.go('/desk/orders');
  await merchant.press(merchant.main('form[action$="/orders/status"] button'));
  await merchant.reads('Select some orders first.');
}
