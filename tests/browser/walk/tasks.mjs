// Tasks: given by a note, taken over, handed on, done.

export async function working(merchant) {
  const { page, way } = merchant;
  await merchant.go(merchant.order(2));
  await merchant.unfold('Add note', '#notes');
  await page.locator('#note').fill('@Ben B.: please call them');
  await merchant.press(merchant.main('#notes form button'));
  await merchant.said('The note is saved.');

  await merchant.go('/desk/');
  const task = merchant.main('.rows > li', { has: page.locator(`a[href="${merchant.order(2)}"]`) });
  await merchant.until(task);
  await merchant.reads('Ben B. is looking after it', `main .rows > li:has(a[href="${merchant.order(2)}"])`);
  await merchant.look('/desk/task');
  await merchant.press(task.locator('[name=take]'));
  await merchant.said('The task is yours.');
  await merchant.press(merchant.link('My tasks'));
  merchant.is('my tasks', merchant.path, '/desk/?mine=yes');
  await task.locator('summary', { hasText: 'Hand on' }).click();
  await task.locator('select').selectOption({ label: 'Ben B.' });
  await merchant.press(task.locator('[name=hand]'));
  await merchant.said('The task is handed on.');
  await merchant.reads('You have no tasks.');
  await merchant.press(merchant.link('All tasks'));
  await merchant.press(task.locator('[name=take]'));
  await merchant.press(task.locator('[name=end]'));
  await merchant.said('Done.');
  merchant.is('the task', await task.count(), 0);

  // An urgent order is one, too.
  await merchant.go(`${merchant.order(2)}/urgent`);
  await page.locator('#reason').fill(`A wedding, ${way}`);
  await merchant.press(page.locator('[value=on]'));
  await merchant.go('/desk/');
  await merchant.until(task);
  await merchant.reads(`A wedding, ${way}`);
  await merchant.press(task.locator('[name=end]'));
  await merchant.said('Done.');
}
