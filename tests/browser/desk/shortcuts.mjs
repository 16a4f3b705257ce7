// Single keys, and the switch that turns them off.

const focused = page => page.evaluate(() => document.activeElement?.id ?? '');

export async function shortcuts({ page, is, look, at }) {
  await page.goto(at('/desk/orders'));
  await page.keyboard.press('/');
  is('/ leads to', await focused(page), 'find');
  // In a field, a key is a letter.
  await page.keyboard.type('go?/');
  is('letters', await page.locator('#find').inputValue(), 'go?/');
  is('the list of keys', await page.locator('#shortcuts').isVisible(), false);
  await page.locator('#find').fill('');
  await page.evaluate(() => document.activeElement.blur());

  await page.keyboard.press('?');
  is('the list of keys after ?', await page.locator('#shortcuts').isVisible(), true);
  await look('shortcuts');
  await page.keyboard.press('Escape');
  is('the list of keys after Escape', await page.locator('#shortcuts').isVisible(), false);

  const row = () => page.evaluate(() => [...document.querySelectorAll('main .rows > li')].findIndex(row => row.contains(document.activeElement)));
  await page.keyboard.press('j');
  is('j once', await row(), 0);
  await page.keyboard.press('j');
  is('j twice', await row(), 1);
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  is('k at the first row', await row(), 0);
  await page.keyboard.press('Control+j');
  is('Control+j', await row(), 0);

  await Promise.all([page.waitForURL(at('/desk/customers')), page.keyboard.type('gc')]);
  await Promise.all([page.waitForURL(at('/desk/orders')), page.keyboard.type('go')]);
}

export async function withoutShortcuts({ page, is, at }) {
  await page.goto(at('/desk/me'));
  is('the switch', await page.locator('[name=shortcuts]').isChecked(), true);
  await page.locator('[name=shortcuts]').uncheck();
  await Promise.all([page.waitForURL(at('/desk/me?done=saved')), page.locator('[value=profile]').click()]);
  is('the switch afterwards', await page.locator('[name=shortcuts]').isChecked(), false);
  await page.keyboard.press('/');
  is('/ leads to', await focused(page), '');
  await page.keyboard.press('?');
  is('lists of keys', await page.locator('#shortcuts').count(), 0);
}
