// People: who is invited, keys of programs, and one's own account.

import { createHmac } from 'node:crypto';

export async function inviting(merchant) {
  const { page, way } = merchant;
  await merchant.go('/desk/people');
  await merchant.press(merchant.link('Invite'));
  await page.locator('#name').fill(`Cleo ${way}`);
  await page.locator('#address').fill(`cleo${way}@north.example`);
  await page.locator('[name=role][value=viewer]').check();
  await page.locator('[name=all-shops]').check();
  await merchant.press(merchant.main('form button'));
  merchant.is('the deed', merchant.path.endsWith('?done=invited'), true);
  await merchant.go('/desk/people');
  await merchant.press(merchant.link(`Cleo ${way}`));
  await page.locator('[name=role][value=agent]').check();
  await merchant.press(page.locator('[value=access]'));
  await merchant.said('Saved. They have to sign in again.');
  await merchant.press(page.locator('[value=suspend]'));
  await merchant.press(page.locator('[value=reinstate]'));
  await merchant.go('/desk/record');
  await merchant.reads(`Cleo ${way}`);

  await merchant.go('/desk/keys');
  const name = `Warehouse ${way}`;
  await page.locator('#name').fill(name);
  await page.locator('[name=role][value=viewer]').check();
  await page.locator('[name=all-shops]').check();
  await merchant.press(page.locator('[value=make]'));
  merchant.is('a key', (await page.locator('.secret').innerText()).length > 20, true);
  await merchant.press(merchant.main('a[href$="/keys"]'));
  const key = merchant.main('.rows > li', { hasText: name });
  await merchant.look('/desk/keys/some');
  await merchant.press(key.locator('[name=revoke]'));
  await merchant.said('The key no longer works.');
  merchant.is('the key', await key.count(), 0);
}

const halfMinute = () => Math.floor(Date.now() / 30_000);

/** The half minute whose code was typed last: each counts once. */
let typed;

/** A code that counts: waits for the next half minute if that of this one was typed. */
async function freshCode(page, secret) {
  while (halfMinute() === typed) await page.waitForTimeout(500);
  typed = halfMinute();
  return codeOf(secret);
}

/** The code of a secret for this half minute (RFC 6238). */
function codeOf(secret) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replaceAll(/[^A-Z2-7]/g, '')].map(letter => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g).map(byte => parseInt(byte, 2));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(halfMinute()));
  const digest = createHmac('sha1', Buffer.from(bytes)).update(counter).digest();
  const number = digest.readUInt32BE(digest[19] & 15) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

export async function account(merchant) {
  const { page } = merchant;
  // A second factor ends the sessions that were there: this one is for this walk alone.
  await page.context().clearCookies();
  await merchant.go('/desk/sign-in');
  await signIn(merchant);
  await merchant.reads('Today', 'h1');
  // Somewhere else, somebody signs in, and is shut out again.
  const context = await page.context().browser().newContext({ javaScriptEnabled: merchant.hasScript });
  const elsewhere = merchant.with(await context.newPage());
  await signIn(elsewhere);
  await elsewhere.reads('Today', 'h1');
  await merchant.go('/desk/me');
  await merchant.press(page.locator('[name=end]').first());
  await merchant.said('That device is signed out.');
  await elsewhere.go('/desk/');
  merchant.is('where the other one is', elsewhere.path.startsWith('/desk/sign-in'), true);
  // Then by a link that this account shows.
  await merchant.press(page.locator('[value=another-device]'));
  await merchant.look('/desk/me/another-device');
  await elsewhere.go(new URL(await page.locator('.secret').innerText()).pathname);
  await elsewhere.press(elsewhere.main('[value=sign-in]'));
  await elsewhere.reads('Today', 'h1');
  await context.close();

  await merchant.go('/desk/me');
  await merchant.press(page.locator('[value=enrol]'));
  const code = await freshCode(page, await page.locator('.secret').innerText());
  await page.locator('#code').fill(code);
  await merchant.press(page.locator('[value=complete-enrolment]'));
  merchant.is('recovery codes', (await page.locator('.codes li').count()) > 5, true);
  await merchant.look('/desk/me/recovery');
  const [recovery] = await page.locator('.codes li').allInnerTexts();
  await merchant.press(merchant.main('a[href$="/me"]'));
  // The password alone is not enough now.
  await signOut(merchant);
  await signIn(merchant, 403);
  await merchant.look('/desk/sign-in/code');
  await page.locator('[name=auth-code]').fill(recovery);
  await merchant.press(page.locator('main form button'));
  await merchant.reads('Today', 'h1');
  await merchant.go('/desk/me');
  await merchant.press(page.locator('[value=remove-second-factor]'));
  await merchant.said('The second factor is removed.');
  await signOut(merchant);
}

async function signOut(merchant) {
  const { page } = merchant;
  await merchant.press(page.locator('[action$="/sign-out"] button'));
  merchant.is('where one is then', merchant.path.startsWith('/desk/sign-in'), true);
}

/** Signs in with a password; a status other than 200 asks for more. */
async function signIn(merchant, status = 200) {
  const { page, desk } = merchant;
  await merchant.go('/desk/sign-in');
  await page.locator('[name=auth-address]').fill(desk.address);
  await page.locator('[name=auth-password]').fill(desk.password);
  await merchant.press(page.locator('main form button'), status);
}
