// What leaves the desk: the customer's page and its links, and what is printed.

import { act } from './order.mjs';

export async function handing(merchant) {
  const { page, way } = merchant;
  for (const sight of ['As the customer sees it', 'With the link alone', 'Through the link to share']) {
    await merchant.go(merchant.order(1));
    await merchant.press(merchant.link('See the customer’s page'));
    await merchant.press(merchant.link(sight));
    await merchant.reads(`${way}01`, 'body');
  }

  const links = 'The links have been changed.';
  await act(merchant, 'More', 'Manage links');
  await merchant.press(page.locator('[value=replace]'));
  await merchant.said(links);
  await act(merchant, 'More', 'Manage links');
  await merchant.press(page.locator('[value=ask]'));
  await merchant.reads('will close for everybody');
  await merchant.press(page.locator('[value=revoke]'));
  await merchant.said(links);
  await merchant.reads('The links to this order’s page lead nowhere.', '.banner');
  await act(merchant, 'More', 'Manage links');
  await merchant.press(page.locator('[value=restore]'));
  await merchant.said(links);
  merchant.is('the banner', await merchant.main('.banner').count(), 0);

  for (const [sheet, has] of [['packing-slip', 'Oak table'], ['summary', '8,250.00']]) {
    await merchant.go(merchant.order(3));
    await merchant.unfold('More', '.actions');
    await merchant.press(merchant.main('.actions a', { hasText: 'Print' }));
    await merchant.press(page.locator(`[name=print][value=${sheet}]`));
    await merchant.reads(has, 'body.sheet');
    await merchant.look(`/desk/orders/one/print/${sheet}`);
    await page.emulateMedia({ media: 'print' });
    merchant.is('the hint on paper', await page.locator('.screen').isVisible(), false);
    await page.emulateMedia({ media: 'screen' });
  }
  await merchant.go(merchant.order(3));
  await merchant.reads('Printed: Ada', '[aria-labelledby=documents]');
}
