// WCAG 2.0 to 2.2, levels A and AA, and best practice, as far as axe can tell.

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
// A mail is shown inside the mail program's own page, which has the landmarks.
const NOT_FOR_MAILS = { region: { enabled: false }, 'landmark-one-main': { enabled: false } };

export async function accessibility(page, axe, subject, where, report) {
  await page.evaluate(axe);
  const options = { runOnly: TAGS, rules: subject.mail ? NOT_FOR_MAILS : {}, resultTypes: ['violations', 'incomplete'] };
  const { violations, incomplete, passes } = await page.evaluate(options => globalThis.axe.run(document, options), options);
  report.count('axe rules passed', passes.length);
  for (const { id, help, nodes } of violations) {
    report.fault('axe', subject, where, `${id}: ${help}: ${nodes.map(node => node.html.slice(0, 160)).join(' | ')}`);
  }
  for (const { id, nodes } of incomplete) {
    report.note(`${id}: ${nodes[0].any[0]?.message}`, subject.name);
  }
}
