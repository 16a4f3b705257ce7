// The tools that the checks need on the machine. If one is missing, they name it and
// stop: no check is ever skipped in silence.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export function stop(why) {
  console.error(`The browser checks cannot run: ${why}`);
  process.exit(2);
}

/** The browser, axe's source, and the Nu HTML checker. */
export async function ready() {
  if (parseInt(process.versions.node) < 20) stop(`Node.js is ${process.versions.node}; install 20 or later`);
  const of = name => fileURLToPath(new URL(`./node_modules/${name}`, import.meta.url));
  const jar = of('vnu-jar/build/dist/vnu.jar');
  const axe = of('axe-core/axe.min.js');
  if (![jar, axe, of('playwright-core')].every(existsSync)) stop('run `npm ci` in tests/browser first');
  const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
  try {
    accessSync(executablePath, constants.X_OK);
  } catch {
    stop(`there is no Chromium at ${executablePath}; install it, or set CHROMIUM to its path`);
  }
  const nu = (...options) => spawnSync('java', ['-jar', jar, ...options], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const version = nu('--version');
  if (version.error) stop(`java does not run (${version.error.code}); install Java 17 or later`);
  if (version.status !== 0) stop(`the Nu HTML checker does not run: ${version.stderr}`);
  const { chromium } = await import('playwright-core');
  return {
    chromium: () => chromium.launch({ executablePath, args: FLAGS }).catch(error => stop(`${executablePath} does not start: ${error.message}`)),
    axe: readFileSync(axe, 'utf8'),
    nu,
  };
}
