// The keyboard alone: Tab reaches everything, in order, and it can be seen where one is.

import { seenFocus } from '../checks/keyboard.mjs';

export async function keys(merchant) {
  const { page } = merchant;
  for (const path of ['/desk/', '/desk/orders', merchant.order(7), `${merchant.order(7)}/mail`]) {
    await merchant.go(path);
    await everything(merchant, path);
  }

  // A status for an order, without the mouse.
  await merchant.go(merchant.order(7));
  await tabTo(merchant, merchant.main('.actions a', { hasText: 'Set status' }));
  await merchant.strike('Enter');
  await tabTo(merchant, merchant.main('[name=status]:checked'));
  await page.keyboard.press('ArrowDown');
  await tabTo(merchant, merchant.main('[value=ask]'));
  await merchant.strike('Enter');
  await tabTo(merchant, merchant.main('[value=tell]'));
  await merchant.strike('Enter');
  await merchant.said('Saved with the order.');

  // Some orders of the list.
  await merchant.go('/desk/orders');
  await tabTo(merchant, merchant.main('.orders input').first());
  await page.keyboard.press('Space');
  await tabTo(merchant, merchant.main('form[action$="/orders/status"] button'));
  await merchant.strike('Enter');
  await merchant.reads('Set the status of 1 order');

  // A task.
  await merchant.go(`${merchant.order(7)}/urgent`);
  await tabTo(merchant, merchant.main('#reason'));
  await page.keyboard.type('A move');
  await merchant.strike('Enter');
  await merchant.said('Saved with the order.');
  await merchant.go('/desk/');
  const task = merchant.main('.rows > li', { has: page.locator(`a[href="${merchant.order(7)}"]`) });
  await merchant.until(task);
  await tabTo(merchant, task.locator('[name=take]'));
  await merchant.strike('Enter');
  await merchant.said('The task is yours.');
  await tabTo(merchant, task.locator('[name=end]'));
  await merchant.strike('Enter');
  await merchant.said('Done.');
}

/** Presses Tab until an element has the focus. */
async function tabTo(merchant, locator) {
  const wanted = await locator.elementHandle();
  for (let presses = 0; presses < 300; presses += 1) {
    if (await wanted.evaluate(element => element === document.activeElement)) return;
    await merchant.page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${locator}`);
}

/** Walks through a page with Tab; what is folded is unfolded on the way. */
async function everything(merchant, path) {
  const { page } = merchant;
  const fault = what => merchant.report.fault('keyboard', undefined, path, what);
  await page.evaluate(() => {
    scrollTo(0, 0);
    globalThis.wismoReached = new Set();
    globalThis.wismoBefore = undefined;
  });
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    const step = await page.evaluate(tabbed);
    if (step.isEnd) break;
    if (step.isSame) continue;
    const { fault: unseen } = await page.evaluate(seenFocus);
    if (unseen) fault(`“${step.name}”: ${unseen}`);
    if (step.isFolded) {
      await page.keyboard.press('Enter');
      const isOpen = await page.evaluate(() => document.activeElement.parentElement.open);
      if (!isOpen) fault(`Enter does not unfold “${step.name}”`);
    }
  }
  const missed = await page.evaluate(left);
  for (const name of missed) fault(`Tab does not reach “${name}”`);
}

/** Notes the focused element; runs in the page. */
function tabbed() {
  const now = document.activeElement;
  const reached = globalThis.wismoReached;
  // A date is several stops in one field.
  const isSame = now === globalThis.wismoBefore;
  globalThis.wismoBefore = now;
  if (!now || now === document.body || (reached.has(now) && !isSame)) return { isEnd: true };
  reached.add(now);
  const name = now.getAttribute('aria-label') || now.textContent.trim().slice(0, 60) || now.outerHTML.slice(0, 80);
  const isFolded = now.localName === 'summary' && !now.parentElement.open;
  return { name, isFolded, isSame };
}

/** Names what is seen, can be used, and was not reached; runs in the page. */
function left() {
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')];
  const isReached = element => globalThis.wismoReached.has(element)
    // Of a group of radio buttons, one is reached, and the arrows lead to the others.
    || (element.type === 'radio' && all.some(other => other.type === 'radio' && other.name === element.name && globalThis.wismoReached.has(other)));
  const missed = all.filter(element => element.type !== 'hidden' && element.tabIndex >= 0 && !element.disabled
    && element.checkVisibility({ visibilityProperty: true }) && !isReached(element));
  return missed.map(element => element.textContent.trim().slice(0, 60) || element.outerHTML.slice(0, 100));
}
