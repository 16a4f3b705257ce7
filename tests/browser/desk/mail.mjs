// The form of a mail: its text is asked for before it is lost, and it is shown meanwhile.

export async function unsaved({ page, desk, is, at }) {
  const dialogs = [];
  page.on('dialog', dialog => {
    dialogs.push(dialog.type());
    return dialog.dismiss();
  });
  const form = at(`${desk.order}/mail`);
  await page.goto(form);
  // Nothing is typed: nothing is asked.
  await Promise.all([page.waitForURL(at('/desk/orders')), page.locator('nav a[href$="/orders"]').click()]);
  is('dialogs without text', dialogs.length, 0);

  await page.goto(form);
  await page.locator('#message').pressSequentially('Hello');
  await page.locator('nav a[href$="/orders"]').click();
  await page.waitForTimeout(300);
  is('dialogs with text', dialogs.join(), 'beforeunload');
  is('the page stays', page.url(), form);
  await Promise.all([page.waitForResponse(answer => answer.request().isNavigationRequest()), page.locator('[value=show]').click()]);
  is('dialogs after sending', dialogs.length, 1);

  // It came back and has not left yet.
  await page.locator('#message').waitFor();
  await page.locator('#message').click();
  await page.locator('nav a[href$="/orders"]').click();
  await page.waitForTimeout(300);
  is('dialogs after being shown', dialogs.length, 2);
  const stored = await page.evaluate(() => localStorage.length + sessionStorage.length);
  is('what is stored', stored, 0);
}

export async function preview({ page, desk, is, look, at }) {
  const posts = [];
  page.on('request', request => request.method() === 'POST' && posts.push(new URLSearchParams(request.postData() ?? '')));
  await page.goto(at(`${desk.order}/mail`));
  is('before', await page.locator('#preview iframe').count(), 0);
  is('the button that sends', await page.locator('[value=send]').count(), 0);
  await page.locator('#message').pressSequentially('A few words.', { delay: 10 });
  await page.locator('#subject').pressSequentially('About your order', { delay: 10 });
  await page.locator('#preview iframe').waitFor();
  await page.locator('#preview dd', { hasText: 'About your order' }).waitFor();
  is('fewer requests than keys', posts.length < 8, true);
  is('what they do', posts.every(fields => fields.get('do') === 'show'), true);
  is('the button that sends, then', await page.locator('[value=send]').count(), 1);
  is('the field keeps the focus', await page.evaluate(() => document.activeElement.id), 'subject');
  is('the page of the frame', await page.locator('#preview iframe').getAttribute('sandbox'), '');
  const inside = await page.frameLocator('#preview iframe').locator('body').innerText();
  is('the mail is in the frame', inside.trim().length > 0, true);
  await look('preview');

  await page.locator('#preview summary').click();
  await page.locator('#subject').fill('Another subject');
  await page.locator('#preview dd', { hasText: 'Another subject' }).waitFor();
  is('the text stays open', await page.locator('#preview details').evaluate(details => details.open), true);
  is('the buttons that send', await page.locator('[value=send]').count(), 1);
}
