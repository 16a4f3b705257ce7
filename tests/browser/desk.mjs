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
const { accessibility } = await import('./checks/accessibility.mjs');
const { search } = await import('./desk/search.mjs');
const { shortcuts, withoutShortcuts } = await import('./desk/shortcuts.mjs');
const { selection } = await import('./desk/selection.mjs');
const { preview, unsaved } = await import('./desk/mail.mjs');
const { withoutScript } = await import('./desk/without_script.mjs');

const desk = JSON.parse(readFileSync(process.argv[2] ?? stop('usage: node desk.mjs LIST')));
const faults = [];
const browser = await chromium();

/** A page of somebody who is signed in. */
async function open(options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const [, name, value] = desk.cookie.match(/^(.*?)=(.*)$/);
  // Chromium takes such a cookie for https alone, and sends it to this machine by http too.
  const url = desk.url.replace('http:', 'https:');
  await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Lax' }]);
  return context.newPage();
}

/** Runs one walk on a page of its own, where the browser must have nothing to complain of. */
async function walk(name, steps, options) {
  const page = await open(options);
  const fault = what => faults.push(`${name}: ${what}`);
  page.on('console', message => fault(`console: ${message.text()}`));
  page.on('pageerror', error => fault(`error: ${error.message}`));
  const report = { fault: (check, _, where, what) => fault(`${check}: ${where}: ${what}`), count() {}, note() {} };
  const is = (what, now, wanted) => now === wanted || fault(`${what}: ${JSON.stringify(now)}, not ${JSON.stringify(wanted)}`);
  const look = where => accessibility(page, axe, { name, mail: false }, where, report);
  try {
    await steps({ page, desk, is, look, at: path => `${desk.url}${path}` });
  } catch (error) {
    fault(error.message);
  }
  await page.context().close();
  console.log(`walked: ${name}`);
}

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

for (const fault of faults) console.log(fault);
console.log(faults.length ? `faults: ${faults.length}` : 'no fault');
process.exit(faults.length ? 1 : 0);
