// The browser has nothing to complain about, and asks only for the document and the
// shop's pictures.

export function quiet(page, subject, where, report) {
  const fault = what => report.fault('quiet', subject, where, what);
  page.on('console', message => {
    // Chromium's own message for a document that is answered with a 404 or a 410.
    const expected = subject.status >= 400 && message.location().url === subject.url
      && message.text().startsWith(`Failed to load resource: the server responded with a status of ${subject.status} (`);
    if (!expected) fault(`console: ${message.text()}`);
  });
  page.on('pageerror', error => fault(`error: ${error.message}`));
  page.on('dialog', dialog => {
    fault(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('request', request => {
    if (request.url().startsWith('https://pictures.example/') && request.resourceType() === 'image') report.count('pictures of the shop');
    else if (request.url() !== subject.url || !request.isNavigationRequest()) fault(`request: ${request.url()}`);
    else report.count('documents loaded with nothing else');
  });
}
