import { expect, test } from './support/fixtures.ts';
import { checkScreen, type Look } from './support/check-screen.ts';
import { SCREENS } from './support/screens.ts';

/** Every screen on a phone and on a desk, by day and by night, in one language or the other. */
const LOOKS: Readonly<Record<'en' | 'de', readonly [Look, Look]>> = {
  en: [
    [360, 'light'],
    [1280, 'dark'],
  ],
  de: [
    [1280, 'light'],
    [360, 'dark'],
  ],
};

/** Screens that are looked at with one service and one page: both take longer to begin than a look. */
const AT_A_TIME = 8;

for (const language of ['en', 'de'] as const)
  test.describe(`in ${language}, axe finds nothing`, () => {
    test.use({ locale: language === 'de' ? 'de-DE' : 'en-GB' });
    // Every other screen in each language: the words of both are compared elsewhere.
    const screens = SCREENS.filter((_, i) => i % 2 === (language === 'en' ? 0 : 1));
    for (let from = 0; from < screens.length; from += AT_A_TIME) {
      const some = screens.slice(from, from + AT_A_TIME);
      test(`from ${some[0]} to ${some.at(-1)}`, async ({ attune, page }) => {
        const { origin } = new URL(page.url());
        for (const address of some)
          await test.step(address, async () => {
            // Its own page, not a way from the screen before.
            await page.goto('about:blank');
            await page.goto(`${origin}/#${address}`);
            await expect(attune.heading).toBeVisible();
            await checkScreen(page, LOOKS[language]);
          });
      });
    }
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
