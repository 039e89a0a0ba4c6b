import { join } from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { checkScreen } from './support/check-screen.ts';

/** The screens that a section leads to; each has its picture in `docs/screens/`. */
const SCREENS = [
  '/',
  '/start',
  '/before',
  '/more',
  '/music',
  '/write',
  '/rhythm',
  '/together',
  '/progress',
  '/plan',
  '/learn',
  '/help',
  '/do/relaxation',
  '/dosing',
  '/group',
  '/learning',
  '/rest',
  '/settings',
  '/welcome',
];

const PICTURES = join(import.meta.dirname, '../../docs/screens');

/** `/do/relaxation` as the name of a file. */
const nameOf = (address: string): string => address.replace(/\W+/g, '-').replace(/^-/, '') || 'today';

for (const language of ['en', 'de'] as const)
  test.describe(`in ${language}, axe finds nothing at`, () => {
    test.use({ locale: language === 'de' ? 'de-DE' : 'en-GB' });
    for (const address of SCREENS)
      test(address, async ({ attune, page }) => {
        await page.goto(new URL(`/#${address}`, page.url()).href);
        await expect(attune.heading).toBeVisible();
        await checkScreen(page);
        if (!process.env['ATTUNE_SCREENSHOTS']) return;
        // One on a phone, one on a desk, in either light.
        const [width, height, colorScheme] =
          language === 'en' ? ([360, 760, 'light'] as const) : ([1280, 800, 'dark'] as const);
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme });
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({ path: join(PICTURES, `${nameOf(address)}-${language}-${width}.png`) });
      });
  });

test('every way of a section leads to one of these screens', async ({ attune, page }) => {
  const ways = new Set<string>();
  for (const section of ['/', '/music', '/write', '/rhythm', '/together', '/progress', '/plan', '/learn']) {
    await page.goto(new URL(`/#${section}`, page.url()).href);
    await expect(attune.heading).toBeVisible();
    await page.waitForLoadState('networkidle');
    for (const link of await page.locator('main a.source').all())
      ways.add((await link.getAttribute('href'))!.replace('#', ''));
  }
  expect([...ways].filter((way) => !SCREENS.includes(way))).toEqual([]);
  expect(ways.size).toBeGreaterThan(6);
});
