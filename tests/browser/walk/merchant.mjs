// A merchant at the desk: goes to pages, presses, reads, and looks at every page once.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { accessibility } from '../checks/accessibility.mjs';
import { width } from '../checks/width.mjs';

const SIZES = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];
const SCHEMES = ['light', 'dark'];
const shots = process.env.WISMO_SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

/** The kinds of pages that were looked at. */
const seen = new Set();

export class Merchant {
  constructor({ page, desk, is, at, report }, { way, axe }) {
    Object.assign(this, { page, desk, is, at, report, way, axe });
    page.setDefaultTimeout(8000);
    page.on('response', response => {
      const request = response.request();
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.answer = response;
    });
  }

  /** The same merchant in another browser. */
  with(page) {
    return new Merchant({ ...this, page }, this);
  }

  get hasScript() {
    return this.way === 1;
  }

  /** The path of an order or a customer of this way: `101` or `W-11`. */
  order(n) {
    return `/desk/orders/erp/${this.way}0${n}`;
  }

  customer(n) {
    return `/desk/customers/erp/W-${this.way}${n}`;
  }

  /** A text or an element of the page's own content. */
  main(selector, options) {
    return this.page.locator(`main ${selector}`, options);
  }

  link(text) {
    return this.main('a', { hasText: text }).first();
  }

  async go(path, status = 200) {
    await this.page.goto(this.at(path));
    await this.arrived(status);
  }

  /** Presses what leads to another page, which answers with a status. */
  async press(locator, status = 200) {
    const loaded = this.page.waitForEvent('load').catch(() => undefined);
    await locator.click();
    if (!await loaded) throw new Error(`${locator} leads nowhere from ${this.path}`);
    await this.arrived(status);
  }

  /** Unfolds what a summary hides, where there is no room to have it unfolded. */
  async unfold(text, within = '') {
    const summary = this.main(`${within} summary`, { hasText: text }).first();
    if (await summary.isVisible()) await summary.click();
  }

  /** Does the same by a key. */
  async strike(key) {
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press(key)]);
    await this.arrived();
  }

  /** Checks what the page says that was done. */
  async said(text) {
    const said = this.main('.done[role=status]');
    this.is('what is said', (await said.count()) ? await said.first().innerText() : undefined, text);
  }

  /** Checks that a text is on the page. */
  async reads(text, where = 'main') {
    const all = this.page.locator(where);
    const texts = (await all.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
    if (!texts.includes(text)) this.is(`the text of ${new URL(this.page.url()).pathname}`, texts, `one with “${text}”`);
  }

  /** The page's path, with the query. */
  get path() {
    return this.page.url().slice(this.desk.url.length);
  }

  /** Waits until a page that is loaded again has it: what works in the background. */
  async until(locator) {
    for (let tries = 0; tries < 50; tries += 1) {
      if (await locator.count()) return;
      await this.page.waitForTimeout(200);
      await this.page.reload();
    }
    throw new Error(`${locator} does not come on ${this.path}`);
  }

  /** Looks at a page that was not seen before. */
  async arrived(status = 200) {
    this.is(`the status of ${this.path}`, this.answer?.status(), status);
    const request = this.answer?.request();
    const kind = kindOf(new URL(this.page.url()).pathname, request?.method() === 'POST');
    if (seen.has(`${kind} ${this.way}`)) return;
    seen.add(`${kind} ${this.way}`);
    await this.look(kind);
  }

  /** Looks at the page as it is now, under a name. */
  async look(name) {
    const before = this.page.viewportSize();
    for (const size of SIZES) {
      await this.page.setViewportSize(size);
      for (const colorScheme of SCHEMES) {
        const where = `${name}, ${size.width} px, ${colorScheme}`;
        await this.page.emulateMedia({ colorScheme });
        if (shots && this.hasScript) {
          const file = `${name.replaceAll(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '')}-${size.width}-${colorScheme}.png`;
          await this.page.screenshot({ path: join(shots, file), fullPage: true });
        }
        await width(this.page, { name, mail: false }, where, this.report);
        // Without script, it is the same page.
        if (this.hasScript) await accessibility(this.page, this.axe, { name, mail: false }, where, this.report);
      }
    }
    await this.page.emulateMedia({ colorScheme: 'light' });
    await this.page.setViewportSize(before);
  }
}

/** The kind of a page: its path without what differs from one to the next. */
function kindOf(path, isAnswer) {
  const kind = path
    .replace(/^\/desk\/(invitation|reset)\/.*/, '/desk/$1')
    .replace(/^\/desk\/(orders|customers)\/[^/]+\/[^/]+/, '/desk/$1/one')
    .replace(/^\/desk\/people\/(?!invite)[^/]+/, '/desk/people/one')
    .replace(/\/(mails|notes|documents)\/\d+/, '/$1/one')
    .replace(/\/statuses\/(?!new)[^/]+/, '/statuses/one');
  return isAnswer ? `${kind}/answer` : kind;
}
