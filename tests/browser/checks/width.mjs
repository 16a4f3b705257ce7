// Nothing scrolls sideways, and nothing is cut off.

export async function width(page, subject, where, report) {
  const wide = await page.evaluate(() => {
    const root = document.documentElement;
    const name = element => element.outerHTML.slice(0, 100);
    // Text for screen readers only is a pixel wide on purpose.
    const seen = [...document.body.querySelectorAll('*')].filter(element => element.getClientRects().length && !element.closest('.hidden, .unseen'));
    const out = seen.filter(element => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > innerWidth + 1;
    });
    const cut = seen.filter(element => getComputedStyle(element).overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1);
    return {
      page: root.scrollWidth > root.clientWidth && `it is ${root.scrollWidth} px wide`,
      out: out.slice(0, 3).map(name),
      cut: cut.slice(0, 3).map(name),
    };
  });
  if (wide.page) report.fault('width', subject, where, wide.page);
  for (const element of wide.out) report.fault('width', subject, where, `out of the window: ${element}`);
  for (const element of wide.cut) report.fault('width', subject, where, `cut off: ${element}`);
  report.count('widths without sideways scrolling', wide.page ? 0 : 1);
}
