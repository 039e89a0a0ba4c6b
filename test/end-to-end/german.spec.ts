import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';
import { visibleWords } from './support/visible-words.ts';

/** What is pressed on the way, in both languages. */
const PRESSED = {
  demo: { en: 'Try it with a recorded heart', de: 'Mit einem aufgezeichneten Herzen ausprobieren' },
  begin: { en: 'Skip and begin', de: 'Überspringen und beginnen' },
  closer: { en: 'Look closer', de: 'Genauer hinsehen' },
  account: { en: 'The full account', de: 'Die ganze Begründung' },
  stop: { en: 'Stop', de: 'Stopp' },
  finish: { en: 'Finish here', de: 'Hier beenden' },
  unrated: { en: 'Finish without rating', de: 'Ohne Bewertung beenden' },
} as const;
type Language = 'en' | 'de';

/** Texts that are the same in both: names, what the log says, and words that German has too. */
const SAME: readonly RegExp[] = [
  /^(?:Attune|English|Deutsch|Plan|Name|Signal|RMSSD|Stress|988 Lifeline|SAMHSA helpline|Samaritans)$/,
  /^(?:Still water|Night harp|Evening tide|Wooden boat|Quiet hall|Rain garden|Hill at dusk|Cradle)[.,]?$/,
  /^(?:First light|Open road|Morning market|Paper kites|Warm circle|Wide field)[.,]?$/,
  // Ids with their shares, in the full account.
  /^[a-z-]+ [\d.,]+ %(?:, [a-z-]+ [\d.,]+ %)*$/,
];

const LETTERS = /\p{L}[^\p{L}]*\p{L}[^\p{L}]*\p{L}[^\p{L}]*\p{L}/u;

/** Anew, as another part of an address alone would not be. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.locator('[data-shell]')).toHaveCount(0);
}

/** Walks the app as somebody with this language would; what each screen says, by the name of the screen. */
async function walk(page: Page, url: string, language: Language): Promise<ReadonlyMap<string, Set<string>>> {
  const seen = new Map<string, Set<string>>();
  const look = async (screen: string): Promise<void> => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/[\p{L}\d]{2}/u);
    // Everything that can be unfolded is; what comes with that may be unfolded too.
    await expect.poll(() => page.locator('details').evaluateAll(unfold)).toBe(0);
    seen.set(screen, new Set(await visibleWords(page, language)));
  };
  const press = (what: keyof typeof PRESSED) =>
    page
      .getByRole('button', { name: new RegExp(`^${PRESSED[what][language]}`) })
      .first()
      .click();

  for (const path of [
    '/music',
    '/help',
    '/rest',
    '/learning',
    '/dosing',
    '/group',
    '/do/relaxation',
    '/write',
    '/rhythm',
    '/together',
    '/progress',
    '/plan',
    '/learn',
  ]) {
    await open(page, `${url}/#${path}`);
    await look(path);
  }
  await open(page, url);
  await look('today');

  await press('demo');
  await expect(page).toHaveURL(/\/before$/);
  await look('before');
  await press('begin');
  await expect(page.getByTestId('tour')).toBeVisible();
  await expect(page.getByTestId('state-line')).toHaveText(/\d/);
  await look('session');
  await press('stop');
  await expect(page.getByRole('button', { name: PRESSED.finish[language] })).toBeVisible();
  await look('stopped');
  await press('finish');
  await expect(page.getByRole('button', { name: PRESSED.unrated[language] })).toBeVisible();
  await look('rating');
  await press('unrated');
  await expect(page.locator('.keep')).toBeVisible();
  await look('after');

  const [id] = await page.evaluate(sessionIds);
  await open(page, `${url}/#/past/${id}`);
  await expect(page.locator('.keep')).toBeVisible();
  await look('past');
  await open(page, url);
  await expect(page.locator(`a[href$="/past/${id}"]`).first()).toBeVisible();
  await look('today, with a past session');
  return seen;
}

/** In the page. @returns how many were folded */
function unfold(all: Element[]): number {
  const folded = (all as HTMLDetailsElement[]).filter(({ open }) => !open);
  for (const one of folded) one.open = true;
  return folded.length;
}

/** In the page: sessions that this browser keeps. */
async function sessionIds(): Promise<string[]> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no reason given'));
    });
  const database = await done(indexedDB.open('attune'));
  const keys = await done(database.transaction('sessions').objectStore('sessions').getAllKeys());
  database.close();
  return keys as string[];
}

test('no screen says in German what it says in English', async ({ browser, server }) => {
  test.setTimeout(1_800_000);
  const said = { en: new Map<string, Set<string>>(), de: new Map<string, Set<string>>() };
  for (const [language, locale] of [
    ['en', 'en-GB'],
    ['de', 'de-DE'],
  ] as const) {
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    said[language] = new Map(await walk(page, server.url, language));
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    await context.close();
  }
  const same = [...said.de].flatMap(([screen, texts]) =>
    [...texts]
      .filter((text) => said.en.get(screen)?.has(text) && LETTERS.test(text))
      .filter((text) => !SAME.some((one) => one.test(text)))
      .map((text) => `${screen}: ${text}`),
  );
  expect(same).toEqual([]);
  for (const [screen, texts] of said.de) {
    expect(texts.size, screen).toBeGreaterThan(5);
    if (screen !== 'today')
      expect([...texts], `${screen} is a screen of its own`).not.toEqual([...said.de.get('today')!]);
  }
});

test.describe('at 360 px', () => {
  test.use({ locale: 'de-DE', viewport: { width: 360, height: 740 } });

  test('no German screen is wider than a phone', async ({ page, server }) => {
    for (const path of ['/', '/music', '/help', '/rest', '/learning', '/dosing', '/group', '/before']) {
      await open(page, `${server.url}/#${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 740 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth),
          `${path} at ${width}`,
        ).toBeLessThanOrEqual(width);
      }
    }
  });
});
