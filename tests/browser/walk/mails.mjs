// Mails: written and sent, sent again to another address, called back.

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

export async function callingBack(merchant) {
  const { way, page, desk } = merchant;
  await merchant.go(merchant.order(2));
  await merchant.press(merchant.link(`About ${way}02`));
  merchant.is('the waiting mail', merchant.path, `${merchant.order(2)}/mails/${desk.waiting[way - 1]}`);
  await merchant.press(page.locator('[value=recall]'));
  await merchant.said('The email has been called back.');
  await merchant.reads('Called back before it left.');
}

export async function writing(merchant) {
  const { way, page, desk } = merchant;
  const subject = `A word about ${way}01`;
  await merchant.go(merchant.order(1));
  await merchant.press(merchant.link('Write an email'));
  await merchant.reads('See the email exactly as it will be sent.');

  // First Wismo's own text of what happened, then words of one's own.
  const template = page.locator('#template');
  const standard = await template.locator('option').nth(1).getAttribute('value');
  await template.selectOption(standard);
  await show(merchant);
  merchant.is('the chosen text', await template.inputValue(), standard);
  await merchant.look('/desk/orders/one/mail/template');
  await template.selectOption('');
  await page.locator('#subject').fill(subject);
  await page.locator('#message').fill('Dear Jens,\n\nThe oak has come.');
  await page.locator('[name=copy]').check();
  await page.locator('#file').setInputFiles({ name: 'oak.png', mimeType: 'image/png', buffer: PNG });
  await show(merchant);
  await merchant.reads('oak.png', '#preview');
  await merchant.reads(desk.address, '#preview');
  await merchant.reads(subject, '#preview');
  const inside = await page.frameLocator('#preview iframe').locator('body').innerText();
  merchant.is('the words in the mail', inside.includes('The oak has come.'), true);
  await merchant.look('/desk/orders/one/mail/shown');
  await merchant.press(page.locator('[value=send]'));
  await merchant.said('The email is on its way.');

  const sent = merchant.link(subject);
  await merchant.until(sent);
  await merchant.press(sent);
  await page.locator('#to').fill('no address');
  await merchant.press(page.locator('[value=again]'), 422);
  await merchant.look('/desk/orders/one/mails/one/wrong');
  await page.locator('#to').fill(`office${way}@holm.example`);
  await merchant.press(page.locator('[value=again]'));
  await merchant.said('The email is on its way.');
}

/** Has the mail shown by the button, whatever a module has shown meanwhile. */
async function show(merchant) {
  await merchant.press(merchant.page.locator('[value=show]'));
  await merchant.page.locator('#preview iframe').waitFor();
}
