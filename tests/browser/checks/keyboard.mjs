// Every link can be reached with Tab, in order, and the focus can be seen.

export async function keyboard(page, subject, where, report) {
  const links = await page.evaluate(() => {
    const links = [...document.querySelectorAll('a, button, input, select, textarea, summary')];
    globalThis.wismoLinks = links;
    scrollTo(0, 0);
    return links.map(link => link.textContent.trim() || link.outerHTML.slice(0, 80));
  });
  const fault = what => report.fault('keyboard', subject, where, what);
  for (const [index, name] of links.entries()) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => globalThis.wismoLinks.indexOf(document.activeElement));
    if (at !== index) {
      fault(`Tab ${index + 1} does not reach “${name}”`);
      return;
    }
    const seen = await page.evaluate(seenFocus);
    if (seen.fault) fault(`“${name}”: ${seen.fault}`);
    const shot = () => page.screenshot({ clip: seen.clip });
    const focused = await shot();
    // The next Tab goes on from here all the same.
    await page.evaluate(() => document.activeElement.blur());
    if (focused.equals(await shot())) fault(`“${name}” looks the same with and without focus`);
    report.count('links reached with Tab');
  }
}

/** Reads the looks by which the focused element stands out; runs in the page. */
export function seenFocus() {
  const link = document.activeElement;
  const box = link.getBoundingClientRect();
  const clip = { x: Math.max(0, box.x - 8), y: Math.max(0, box.y - 8), width: Math.max(1, box.width) + 16, height: Math.max(1, box.height) + 16 };
  if (box.bottom <= 0 || box.top >= innerHeight) return { clip, fault: 'is focused out of sight' };
  const style = getComputedStyle(link);
  // The browser's own ring has two colours and is seen everywhere.
  if (style.outlineStyle === 'auto') return { clip };
  if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return { clip, fault: 'has no outline of 2 px or more' };
  const numbers = color => color.match(/[\d.]+/g).map(Number);
  const background = element => {
    const color = element && getComputedStyle(element).backgroundColor;
    return !color ? [255, 255, 255] : numbers(color)[3] === 0 ? background(element.parentElement) : numbers(color);
  };
  const light = color => {
    const [r, g, b] = color.slice(0, 3).map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [a, b] = [light(numbers(style.outlineColor)), light(background(link.parentElement))];
  const contrast = Math.max(a, b) / Math.min(a, b);
  return contrast < 3 ? { clip, fault: `its outline has a contrast of ${contrast.toFixed(2)}, less than 3` } : { clip };
}
