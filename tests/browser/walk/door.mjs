// The door: an invitation, a forgotten password, and no page at all.

export async function entering(merchant) {
  const { page, desk, way } = merchant;
  await merchant.go('/desk/no-such-page', 404);
  await page.context().clearCookies();
  await merchant.go('/desk/');
  merchant.is('where a stranger is', merchant.path.startsWith('/desk/sign-in'), true);
  await merchant.press(page.locator('main a[href*=forgot]'));
  await page.locator('#address').fill('nobody@north.example');
  await merchant.press(merchant.main('form button'));
  await merchant.said('If somebody signs in with this address, the link is on its way.');

  // Who has no key becomes no owner.
  await merchant.go('/desk/setup');
  for (const [name, value] of [['key', 'a guess'], ['name', 'Eve'], ['address', 'eve@north.example'], ['password', 'six words on that paper']]) {
    await page.locator(`#${name}`).fill(value);
  }
  await merchant.press(merchant.main('form button'), 422);

  await merchant.go(desk.invitations[way - 1]);
  await page.locator('#name').fill(`Eva ${way}`);
  await page.locator('#password').fill('five words on this paper');
  await merchant.press(merchant.main('form button'));
  await merchant.reads('Today', 'h1');

  // The link of a mail works once, so that one way has to do.
  if (!merchant.hasScript) return;
  await page.context().clearCookies();
  await merchant.go(desk.reset);
  await merchant.look('/desk/sign-in/link');
  await page.locator('#password').fill('quite other words on paper');
  await merchant.press(merchant.main('form:has(#password) button'));
  merchant.is('where a new password leads', merchant.path, '/desk/sign-in?done=reset');
}
