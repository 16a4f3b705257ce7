// The same text is there without JavaScript.

export async function scripting(page, subject, report) {
  const text = await page.locator('body').innerText();
  if (text !== subject.text) {
    const line = text.split('\n').find((line, index) => line !== subject.text.split('\n')[index]);
    report.fault('scripting', subject, 'no JavaScript', `the text differs, first in “${line}”`);
  }
  report.count('texts that need no JavaScript');
}
