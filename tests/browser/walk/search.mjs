// Searching by everything that a customer says of themselves or of their order.

const ZOE = '/desk/orders/erp/1001';
const HER_PAGE = '/desk/customers/erp/C-7';
const OTHER = '/desk/orders/north/7';

/** What is typed, what it finds, and either why it fits or that it opens at once. */
const KEYS = [
  { typed: 'jør', finds: HER_PAGE, why: 'name' },
  { typed: 'nordlys', finds: HER_PAGE, why: 'trading name' },
  { typed: 'aebler', finds: HER_PAGE, why: 'company in the billing address' },
  { typed: 'zoe.b@ma', finds: HER_PAGE, why: 'email address' },
  { typed: 'zoe.b@mail.example', finds: HER_PAGE, opens: HER_PAGE },
  { typed: '+45 12 34 56 78', finds: HER_PAGE, opens: HER_PAGE },
  { typed: '8000', finds: HER_PAGE, why: 'postcode in the billing address' },
  { typed: '#1001', finds: ZOE, opens: ZOE },
  { typed: 'PO 4500-77', finds: ZOE, opens: ZOE },
  { typed: 'inv-2026-42', finds: ZOE, opens: ZOE },
  { typed: 'JD01 46', finds: ZOE, why: 'tracking number of parcel 1' },
  { typed: 'JD014600001234', finds: ZOE, opens: ZOE },
  { typed: 'bob_smith77', finds: HER_PAGE, opens: HER_PAGE },
  { typed: '17-12345-67890', finds: ZOE, opens: ZOE },
  { typed: '702-1234567-7654321', finds: OTHER, opens: OTHER },
  { typed: 'tee-blue', finds: ZOE, why: 'item number in line 1' },
];

export async function searching(merchant) {
  const { page } = merchant;
  await merchant.go('/desk/');
  for (const { typed, finds, why, opens } of KEYS) {
    const box = page.locator('#find');
    await box.fill('');
    await box.pressSequentially(typed);
    if (merchant.hasScript) {
      const hit = page.locator(`#hits [role=option][href="${finds}"]`);
      await hit.waitFor({ timeout: 5000 }).catch(() => merchant.is(`the list for ${typed}`, 'nothing', finds));
      if (why) await merchant.reads(why, `#hits [href="${finds}"]`);
    }
    await merchant.strike('Enter');
    if (opens) {
      merchant.is(`what ${typed} opens`, merchant.path, opens);
      continue;
    }
    merchant.is(`where ${typed} leads`, merchant.path, `/desk/search?q=${encodeURIComponent(typed).replaceAll('%20', '+')}`);
    const row = merchant.main('.rows > li', { has: page.locator(`a[href="${finds}"]`) });
    await row.waitFor({ timeout: 5000 }).catch(() => merchant.is(`the results of ${typed}`, 'nothing', finds));
    if (await row.count()) await merchant.reads(`Match: ${why}`, `main .rows > li:has(a[href="${finds}"])`);
  }
  // Two letters, and nothing at all.
  for (const [typed, said] of [['zz', 'found only as whole words'], ['nobody', 'Nothing was found for “nobody”']]) {
    await page.locator('#find').fill(typed);
    await merchant.press(page.locator('.find button'));
    await merchant.reads(said);
  }
  await merchant.look('/desk/search/nothing');
}
