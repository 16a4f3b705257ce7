// Everything is there without script, and nothing that would need it is seen.

export async function withoutScript({ page, desk, is, at }) {
  await page.goto(at('/desk/orders'));
  is('the box for all', await page.locator('#selection').isVisible(), false);
  is('the list of hits', await page.locator('#hits').isVisible(), false);
  is('the list of keys', await page.locator('#shortcuts').isVisible(), false);
  await page.locator('#find').fill(desk.words);
  await Promise.all([page.waitForURL(url => url.pathname === '/desk/search'), page.locator('.find button').click()]);
  await page.goto(at(`${desk.order}/mail`));
  await page.locator('#message').fill('A few words.');
  await Promise.all([page.waitForResponse(answer => answer.request().isNavigationRequest()), page.locator('[value=show]').click()]);
  await page.locator('#preview iframe').waitFor();
}
