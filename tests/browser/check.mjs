// node check.mjs LIST: looks at Wismo's pages and mails in a real browser.
//
// LIST is a JSON file:
//   { "pages": [{ "name", "url", "status" }], "mails": [{ "name", "file" }] }
// Prints what it checked, and every fault; exits 1 when there is one.
// CHROMIUM names the browser (default: /usr/bin/chromium). With WISMO_SHOTS, it
// also writes screenshots to that folder, as {name}-{width}-{light|dark}.png.

import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { ready, stop } from './ready.mjs';

const { chromium, axe, nu } = await ready();
const { accessibility } = await import('./checks/accessibility.mjs');
const { keyboard } = await import('./checks/keyboard.mjs');
const { markup } = await import('./checks/markup.mjs');
const { quiet } = await import('./checks/quiet.mjs');
const { scripting } = await import('./checks/scripting.mjs');
const { width } = await import('./checks/width.mjs');

const { pages = [], mails = [] } = JSON.parse(readFileSync(process.argv[2] ?? stop('usage: node check.mjs LIST')));
const subjects = [
  ...pages.map(page => ({ ...page, mail: false })),
  ...mails.map(mail => ({ ...mail, mail: true, url: pathToFileURL(mail.file).href })),
];
if (!subjects.length) stop('the list names no page and no mail');
const shots = process.env.WISMO_SHOTS;
if (shots) mkdirSync(shots, { recursive: true });

// Screens: widths at which nothing may scroll sideways, and those at which the
// slower checks look closely.
const SCREENS = [
  { widths: [320, 360], scale: 2 },
  { widths: [640, 768, 1280, 1440], scale: 1 },
];
const close = subject => (subject.mail ? [360, 640] : [360, 1280]);

// Each fault, with the places where it occurs.
const faults = new Map();
const counts = new Map();
const notes = new Map();
const report = {
  fault: (check, subject, where, what) => {
    const fault = `${check}: ${subject.name}: ${what}`;
    faults.set(fault, (faults.get(fault) ?? new Set()).add(where));
  },
  count: (what, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by),
  note: (text, name) => notes.set(text, (notes.get(text) ?? new Set()).add(name)),
};

/** A picture for an item, or a wide one for a logo. */
function picture(url) {
  const width = url.endsWith('/logo.png') ? 240 : 80;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="80"><rect width="100%" height="100%" fill="#c8b8a0"/><circle cx="40" cy="40" r="24" fill="#7a5c38"/></svg>`;
}

/** A page that tells of every message, error and request. */
async function open(context, subject, where) {
  const page = await context.newPage();
  // Any picture will do for the shop's.
  await page.route('https://pictures.example/**', route => route.fulfill({ contentType: 'image/svg+xml', body: picture(route.request().url()) }));
  quiet(page, subject, where, report);
  const response = await page.goto(subject.url);
  // A file has no status.
  if (subject.status !== undefined && response.status() !== subject.status) {
    report.fault('status', subject, where, `${response.status()}, not ${subject.status}`);
  }
  return { page, source: await response.text() };
}

/** Every page and mail in one colour scheme, on every screen. */
async function look(colorScheme) {
  for (const { widths, scale } of SCREENS) {
    const context = await browser.newContext({ colorScheme, deviceScaleFactor: scale, viewport: { width: widths[0], height: 900 } });
    for (const subject of subjects) {
      const { page, source } = await open(context, subject, colorScheme);
      subject.source = source;
      subject.text = await page.locator('body').innerText();
      for (const pixels of widths) {
        const where = `${pixels} px, ${colorScheme}`;
        await page.setViewportSize({ width: pixels, height: 900 });
        await width(page, subject, where, report);
        if (!close(subject).includes(pixels)) continue;
        if (shots) await page.screenshot({ path: join(shots, `${subject.name}-${pixels}-${colorScheme}.png`), fullPage: true });
        await keyboard(page, subject, where, report);
        await accessibility(page, axe, subject, where, report);
      }
      await page.close();
    }
    await context.close();
  }
}

async function lookWithoutJavaScript() {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1440, height: 900 } });
  for (const subject of subjects) {
    const { page } = await open(context, subject, 'no JavaScript');
    await scripting(page, subject, report);
    await page.close();
  }
}

const browser = await chromium();
try {
  await Promise.all([look('light'), look('dark')]);
  await lookWithoutJavaScript();
} finally {
  await browser.close();
}
markup(nu, subjects, report);

console.log(`${pages.length} pages, ${mails.length} mails, light and dark, ${SCREENS.flatMap(screen => screen.widths).join(', ')} px`);
for (const [what, count] of counts) console.log(`${count} ${what}`);
for (const [note, names] of notes) console.log(`axe leaves to the eye: ${note} (${[...names].join(', ')})`);
for (const [fault, places] of faults) console.log(`${fault} (${[...places].join('; ')})`);
console.log(faults.size ? `faults: ${faults.size}` : 'no fault');
process.exit(faults.size ? 1 : 0);
