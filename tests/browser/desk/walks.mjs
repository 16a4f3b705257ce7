// Walks: each on a page of its own, of somebody who is signed in.

import { accessibility } from '../checks/accessibility.mjs';

/** Runs walks in a browser at a desk: `{ url, cookie }`. */
export function walks(browser, axe, desk) {
  const faults = [];

  /** A page of somebody who is signed in. */
  async function open(options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const [, name, value] = desk.cookie.match(/^(.*?)=(.*)$/);
    // Chromium takes such a cookie for https alone, and sends it to this machine by http too.
    const url = desk.url.replace('http:', 'https:');
    await context.addCookies([{ name, value, url, secure: true, httpOnly: true, sameSite: 'Lax' }]);
    return context.newPage();
  }

  /** Runs one walk, in which the browser must have nothing to complain of. */
  async function walk(name, steps, options) {
    const page = await open(options);
    const fault = what => faults.push(`${name}: ${what}`);
    // Chromium's own message for a form that comes back with what is wrong, one more
    // step to sign in, or no page.
    const isExpected = text => /^Failed to load resource: .* status of (403|404|422) /.test(text);
    page.on('console', message => isExpected(message.text()) || fault(`console: ${message.text()}`));
    page.on('pageerror', error => fault(`error: ${error.message}`));
    const report = { fault: (check, _, where, what) => fault(`${check}: ${where}: ${what}`), count() {}, note() {} };
    const is = (what, now, wanted) => now === wanted || fault(`${what}: ${JSON.stringify(now)}, not ${JSON.stringify(wanted)}`);
    const look = where => accessibility(page, axe, { name, mail: false }, where, report);
    try {
      await steps({ page, desk, is, look, report, at: path => `${desk.url}${path}` });
    } catch (error) {
      fault(error.message);
    }
    await page.context().close();
    console.log(`walked: ${name}`);
  }

  /** Prints every fault; the program's exit code. */
  function end() {
    for (const fault of faults) console.log(fault);
    console.log(faults.length ? `faults: ${faults.length}` : 'no fault');
    return faults.length ? 1 : 0;
  }

  return { walk, end };
}
