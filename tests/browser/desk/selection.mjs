// Selecting orders: all, some with Shift, and how many there are.

export async function selection({ page, is, look, at }) {
  await page.goto(at('/desk/orders'));
  const boxes = page.locator('.orders input[type=checkbox]');
  const all = page.locator('#selection input');
  const button = page.locator('button[data-other]');
  const count = await boxes.count();
  const label = await button.innerText();
  const selected = () => page.locator('.orders input[type=checkbox]:checked').count();
  const number = async locator => Number((await locator.innerText()).match(/\d+/)?.[0] ?? 0);
  is('enough rows', count >= 4, true);

  await all.check();
  is('all', await selected(), count);
  is('said of all', await number(page.locator('#selection [role=status]')), count);
  is('on the button', await number(button), count);
  await look('selection');
  await all.uncheck();
  is('none', await selected(), 0);
  is('the button without any', await button.innerText(), label);

  await boxes.nth(0).click();
  is('one', await number(button), 1);
  is('some of them', await all.evaluate(box => box.indeterminate), true);
  await boxes.nth(2).click({ modifiers: ['Shift'] });
  is('up to the third', await selected(), 3);
  is('said of three', await number(page.locator('#selection [role=status]')), 3);
  await boxes.nth(2).click();
  await boxes.nth(1).click({ modifiers: ['Shift'] });
  is('back to the second', await selected(), 1);

  // Whoever goes on and comes back finds what the boxes say.
  await Promise.all([page.waitForURL(at('/desk/orders/status')), button.click()]);
  await page.goBack();
  is('after the way back', await number(button), await selected());
}
