import { join } from 'node:path';
import { expect, test } from './support/fixtures.ts';
import { checkScreen, type Look } from './support/check-screen.ts';

/** The screens that a section leads to; each has its picture in `docs/screens/`. */
const SCREENS = [
  '/',
  '/start',
  '/before',
  '/more',
  '/music',
  '/triggers',
  '/triggers/never',
  '/write',
  '/write/journal',
  '/write/key',
  '/songs',
  '/lyrics',
  '/rhythm',
  '/rhythm/practice',
  '/rhythm/drums',
  '/rhythm/body',
  '/chords',
  '/chords/here',
  '/chords/tuner',
  '/sing',
  '/sing/here',
  '/together',
  '/together/week',
  '/together/card',
  '/together/groups',
  '/together/listen',
  '/group',
  '/progress',
  '/progress/questions',
  '/progress/summary',
  '/pulse',
  '/learning',
  '/rest',
  '/plan',
  '/settings',
  '/welcome',
  '/learn',
  '/learn/cards',
  '/learn/words',
  '/dosing',
  '/help',
  '/do/urge-surfing',
  '/do/relaxation',
  '/do/breathing',
  '/do/resonance',
  '/do/mindful-listening',
  '/do/settling',
];

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

const PICTURES = join(import.meta.dirname, '../../docs/screens');

/** `/do/relaxation` as the name of a file. */
const nameOf = (address: string): string => address.replace(/\W+/g, '-').replace(/^-/, '') || 'today';

for (const language of ['en', 'de'] as const)
  test.describe(`in ${language}, axe finds nothing at`, () => {
    test.use({ locale: language === 'de' ? 'de-DE' : 'en-GB' });
    // Every other screen in each language: the words of both are compared elsewhere.
    for (const address of SCREENS.filter((_, i) => i % 2 === (language === 'en' ? 0 : 1)))
      test(address, async ({ attune, page }) => {
        await page.goto(new URL(`/#${address}`, page.url()).href);
        await expect(attune.heading).toBeVisible();
        await checkScreen(page, LOOKS[language]);
        if (!process.env['ATTUNE_SCREENSHOTS']) return;
        for (const [width, colorScheme] of LOOKS[language]) {
          await page.setViewportSize({ width, height: width < 500 ? 760 : 800 });
          await page.emulateMedia({ colorScheme });
          await page.evaluate(() => document.fonts.ready);
          await page.screenshot({ path: join(PICTURES, `${nameOf(address)}-${width}.png`) });
        }
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
