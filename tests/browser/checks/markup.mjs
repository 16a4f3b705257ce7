// Valid HTML and CSS, with no warning, as the Nu HTML checker sees them.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

// Things that mail programs know, but the Nu HTML checker does not: the attributes with
// which those without much CSS lay out tables, and properties of their own.
const FOR_MAIL_PROGRAMS = [
  /^The “(align|bgcolor|border|cellpadding|cellspacing|valign|width)” attribute on the “(body|table|td)” element is obsolete\./,
  /^CSS: “(supported-color-schemes|mso-[a-z-]+)”: Property “\1” doesn't exist\.$/,
];
// This one needs no content: its name says it all.
const APPLE = '<meta name="x-apple-disable-message-reformatting">';

export function markup(nu, subjects, report) {
  const folder = mkdtempSync(join(tmpdir(), 'wismo-markup-'));
  try {
    for (const mail of [false, true]) {
      const some = subjects.filter(subject => subject.mail === mail);
      if (some.length) check(nu, folder, some, mail, report);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function check(nu, folder, subjects, mail, report) {
  const files = subjects.map(({ name, source }) => {
    const file = join(folder, `${name}.html`);
    writeFileSync(file, source);
    return file;
  });
  const { status, stdout, stderr } = nu('--Werror', '--stdout', '--format', 'json', ...files);
  let messages;
  try {
    ({ messages } = JSON.parse(stdout));
  } catch {
    throw new Error(`the Nu HTML checker ended with ${status}: ${stderr}${stdout}`);
  }
  for (const { type, subType, url, lastLine, message, extract } of messages) {
    const known = FOR_MAIL_PROGRAMS.some(known => known.test(message))
      || (extract?.includes(APPLE) && message.startsWith('Element “meta” is missing'));
    if (mail && known) continue;
    const subject = subjects.find(({ name }) => `${name}.html` === basename(decodeURIComponent(url ?? '')));
    report.fault('markup', subject ?? { name: url }, `line ${lastLine}`, `${subType ?? type}: ${message} ${JSON.stringify(extract?.slice(0, 200))}`);
  }
  if (status !== 0 && !messages.length) throw new Error(`the Nu HTML checker ended with ${status}: ${stderr}`);
  report.count('documents seen by the Nu HTML checker', subjects.length);
}
