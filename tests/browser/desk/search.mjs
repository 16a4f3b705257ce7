// Search as one types: a list below the box, by keyboard and by mouse.

export async function search({ page, desk, is, look, at }) {
  const asked = [];
  page.on('request', request => request.url().includes('/search/hits') && asked.push(request.url()));
  await page.goto(at('/desk/orders'));
  const box = page.locator('#find');
  const list = page.locator('#hits');
  const options = list.locator('[role=option]');
  is('the role of the box', await box.getAttribute('role'), 'combobox');
  is('expanded at first', await box.getAttribute('aria-expanded'), 'false');

  await box.pressSequentially(desk.words.slice(0, 2), { delay: 20 });
  await page.waitForTimeout(400);
  is('requests for two letters', asked.length, 0);
  await Promise.all([
    page.waitForResponse(answer => answer.url().endsWith(`q=${encodeURIComponent(desk.words)}`)),
    box.pressSequentially(desk.words.slice(2), { delay: 20 }),
  ]);
  await list.waitFor({ state: 'visible' });
  is('fewer requests than keys', asked.length < desk.words.length - 2, true);
  is('the most options', (await options.count()) <= 6, true);
  is('expanded with a list', await box.getAttribute('aria-expanded'), 'true');
  is('a number is said', /\d/.test(await page.locator('.find [role=status]').textContent()), true);
  await look('list');

  await box.press('ArrowDown');
  const first = await options.first().getAttribute('id');
  is('the first option', await box.getAttribute('aria-activedescendant'), first);
  is('is selected', await options.first().getAttribute('aria-selected'), 'true');
  await look('option');
  await box.press('ArrowUp');
  is('above the first', await box.getAttribute('aria-activedescendant'), null);
  await box.press('ArrowUp');
  is('above the box', await box.getAttribute('aria-activedescendant'), await options.last().getAttribute('id'));
  await box.press('Escape');
  is('after Escape', await list.isVisible(), false);
  is('the words after Escape', await box.inputValue(), desk.words);

  await box.press('ArrowDown');
  is('ArrowDown opens it again', await list.isVisible(), true);
  const href = await options.first().getAttribute('href');
  await Promise.all([page.waitForURL(at(href)), box.press('Enter')]);

  // Without a choice, the form leads to the page of results.
  await box.fill(desk.words);
  await list.waitFor({ state: 'visible' });
  await Promise.all([page.waitForURL(url => url.pathname === '/desk/search'), box.press('Enter')]);
  await box.fill('');
  await box.pressSequentially(desk.words);
  await list.waitFor({ state: 'visible' });
  await Promise.all([page.waitForURL(at(href)), options.first().click()]);

  await box.fill('no such thing none');
  await page.waitForFunction(() => document.querySelector('.find [role=status]')?.textContent);
  is('a list of nothing', await list.isVisible(), false);
}
