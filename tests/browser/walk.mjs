// node walk.mjs LIST: does at Wismo's desk what a merchant does all day, in a real browser.
//
// LIST is a JSON file:
//   { "url", "cookie", "address", "password", "waiting", "invitations", "reset" }
// `cookie` is a session of an owner, as name=value; they sign in with `address` and
// `password`. `waiting` holds the numbers of two mails that wait, of the orders 102 and 202;
// `invitations` the paths of two that nobody has taken, and `reset` that of a new password.
// Everything is done twice: with script on the orders 101 to 107, without on 201 to 207.
// Each page is looked at once, on a screen and on a phone, in the light and in the dark.
// Prints what it did, and every fault; exits 1 when there is one. With WISMO_SHOTS, it also
// writes screenshots to that folder.

import { readFileSync } from 'node:fs';

import { ready, stop } from './ready.mjs';

const { chromium, axe } = await ready();
const { walks } = await import('./desk/walks.mjs');
const { Merchant } = await import('./walk/merchant.mjs');
const { searching } = await import('./walk/search.mjs');
const { callingBack, writing } = await import('./walk/mails.mjs');
const { deciding } = await import('./walk/order.mjs');
const { handing } = await import('./walk/outside.mjs');
const { listing } = await import('./walk/list.mjs');
const { knowing, joining } = await import('./walk/customers.mjs');
const { working } = await import('./walk/tasks.mjs');
const { entering } = await import('./walk/door.mjs');
const { inviting, account } = await import('./walk/people.mjs');
const { naming } = await import('./walk/statuses.mjs');
const { keys } = await import('./walk/keys.mjs');

const desk = JSON.parse(readFileSync(process.argv[2] ?? stop('usage: node walk.mjs LIST')));
const browser = await chromium();
const { walk, end } = walks(browser, axe, desk);

/** The ways of walking: a digit with which their orders begin, and the browser's options. */
const WAYS = [
  { way: 1, name: 'with script', options: {} },
  { way: 2, name: 'without script', options: { javaScriptEnabled: false } },
];

/** Walks both ways. */
async function both(what, steps) {
  for (const { way, name, options } of WAYS) {
    await walk(`${what}, ${name}`, tools => steps(new Merchant(tools, { way, axe })), options);
  }
}

try {
  // First, as what waits is tried again after a while.
  await both('calling back', callingBack);
  await both('search', searching);
  await both('writing', writing);
  await both('deciding', deciding);
  await both('handing out', handing);
  await both('the list', listing);
  await both('customers', knowing);
  await both('joining', joining);
  await both('tasks', working);
  await both('keyboard', keys);
  await both('people', inviting);
  await both('statuses', naming);
  await both('entering', entering);
  await both('account', account);
} finally {
  await browser.close();
}

process.exit(end());
