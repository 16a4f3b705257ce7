// node desk.mjs LIST: uses the modules of script of Wismo's desk in a real browser.
//
// LIST is a JSON file:
//   { "url", "cookie", "words", "order" }
// `cookie` is a session of somebody who may act, as name=value; `words` find several orders,
// none of them by its number; `order` is the path of one.
// Prints what it did, and every fault; exits 1 when there is one.

import { readFileSync } from 'node:fs';

import { ready, stop } from './ready.mjs';

const { chromium, axe } = await ready();
const { search } = await import('./desk/search.mjs');
const { shortcuts, withoutShortcuts } = await import('./desk/shortcuts.mjs');
const { selection } = await import('./desk/selection.mjs');
const { preview, unsaved } = await import('./desk/mail.mjs');
const { withoutScript } = await import('./desk/without_script.mjs');
const { walks } = await import('./desk/walks.mjs');

const desk = JSON.parse(readFileSync(process.argv[2] ?? stop('usage: node desk.mjs LIST')));
const browser = await chromium();
const { walk, end } = walks(browser, axe, desk);

try {
  await walk('search', search);
  await walk('search on a phone', search, { viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
  await walk('shortcuts', shortcuts);
  await walk('selection', selection);
  await walk('unsaved', unsaved);
  await walk('preview', preview);
  await walk('without script', withoutScript, { javaScriptEnabled: false });
  // The last one: it changes the member.
  await walk('without shortcuts', withoutShortcuts);
} finally {
  await browser.close();
}

process.exit(end());
