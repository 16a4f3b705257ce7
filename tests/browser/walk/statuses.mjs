// The statuses of a shop: added, renamed, moved, deleted.

const LIST = '/desk/settings/erp/statuses';

export async function naming(merchant) {
  const { page, way } = merchant;
  const saved = 'Saved.';
  await merchant.go('/desk/settings');
  await merchant.press(merchant.main(`a[href="${LIST}"]`));
  const codes = ['engraving', 'polishing'].map(word => `${word}-${way}`);
  for (const code of codes) {
    await merchant.press(merchant.link('Add a status'));
    await page.locator('#code').fill(code);
    await page.locator('#label').fill(`At the workshop: ${code}`);
    await page.locator('#label-da').fill(`På værkstedet: ${code}`);
    await page.locator('#stage').selectOption('preparing');
    await page.locator('#notify').selectOption('page');
    await merchant.press(merchant.main('form button'));
    await merchant.said(saved);
  }
  const row = code => merchant.main('ol.rows > li', { hasText: code });
  const order = async () => {
    const all = await merchant.main('ol.rows > li').allInnerTexts();
    return codes.map(code => all.findIndex(text => text.includes(code)));
  };
  const [first, second] = await order();
  merchant.is('the second stands behind the first', first < second, true);
  await merchant.look(`${LIST}/some`);
  await merchant.press(row(codes[1]).locator('[value=before]'));
  await merchant.said(saved);
  const moved = await order();
  merchant.is('it stands before it', moved[1] < moved[0], true);

  await merchant.press(row(codes[0]).locator('a', { hasText: 'Edit' }));
  await page.locator('#label').fill(`Being engraved, ${way}`);
  await merchant.press(merchant.main('form button'));
  await merchant.said(saved);
  await merchant.reads(`Being engraved, ${way}`);
  for (const code of codes) {
    await merchant.press(row(code).locator('a', { hasText: 'Delete' }));
    await merchant.press(merchant.main('form button'));
    await merchant.said(saved);
    merchant.is('the status', await row(code).count(), 0);
  }
}
