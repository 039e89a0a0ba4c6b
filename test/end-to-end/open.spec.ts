import type { Page } from '@playwright/test';
import { AttunePage } from './support/attune-page.ts';
import { expect, test } from './support/fixtures.ts';

/** What is looked at of the first screen, top to bottom. */
const PARTS = [
  '.wordmark',
  '.section-link',
  '.always-help',
  'h1',
  '.craving-now',
  '.hero .hint',
  '.limits',
  '.panel h2',
  '.source-label',
  '.source-hint',
  '.next .mantine-Button-root',
  '.heart-line-now',
  '.heart-line a',
];

const SCREENS = /\/assets\/first-screen-[^/]+\.js$/;
/** What plays and keeps: everything behind the screens. */
const REST = /\/assets\/attune-[^/]+\.js$/;

/** Lets this code through only when it is released: what a slow network or processor does. */
async function hold(page: Page, ...code: readonly RegExp[]): Promise<() => void> {
  let release = (): void => undefined;
  const released = new Promise<void>((settle) => (release = settle));
  for (const file of code)
    await page.route(file, async (route) => {
      await released;
      await route.continue();
    });
  return () => release();
}

/** Holds the whole app; the shell is gone when what is given back settles. */
async function holdTheApp(page: Page): Promise<() => Promise<void>> {
  const release = await hold(page, SCREENS, REST);
  return async () => {
    release();
    await expect(page.locator('[data-shell]')).toHaveCount(0);
  };
}

/** Places, words and looks of the parts of the first screen, in whole pixels. */
const partsOf = (page: Page): Promise<unknown> =>
  page.evaluate((selectors) => {
    // What features bring later stands below these.
    const ours = [...document.querySelectorAll('.next, .heart-line')];
    return selectors.flatMap((selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)]
        .filter((element) => !element.closest('.today-side') || ours.some((part) => part.contains(element)))
        .map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          const { color, backgroundColor, fontSize, fontFamily, fontWeight } = getComputedStyle(element);
          return {
            part: `${selector} ${element.textContent.trim().replace(/\s+/g, ' ')}`,
            place: [x, y, width, height].map((px) => Math.round(px)).join(' '),
            looks: [color, backgroundColor, fontSize, fontFamily, fontWeight].join(' '),
          };
        }),
    );
  }, PARTS);

for (const width of [360, 1280])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`the first screen stands before the app and stays where it is: ${width}, ${colorScheme}`, async ({
      page,
      server,
    }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const release = await holdTheApp(page);
      await page.goto(server.url);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.evaluate(() => document.fonts.ready);
      if (process.env['ATTUNE_SHELL_PICTURES'])
        await page.screenshot({ path: `test-results/shell-${width}-${colorScheme}.png` });
      const before = await partsOf(page);
      await release();
      if (process.env['ATTUNE_SHELL_PICTURES'])
        await page.screenshot({ path: `test-results/app-${width}-${colorScheme}.png` });
      expect(await partsOf(page)).toEqual(before);
    });

test('nothing moves when the fonts come: all stands where it stands without them', async ({
  browser,
  server,
}) => {
  const rowsOf = async (fonts: 'come' | 'stay away'): Promise<number[]> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      serviceWorkers: 'block',
    });
    const page = await context.newPage();
    if (fonts === 'stay away') await page.route(/\.woff2$/, (route) => route.abort());
    await page.goto(server.url, { waitUntil: 'networkidle' });
    await expect(page.getByRole('link', { name: 'Guided relaxation' })).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(loadedFonts)).toBe(fonts === 'come');
    const rows = await page.evaluate(
      (selectors) =>
        selectors.flatMap((selector) =>
          [...document.querySelectorAll(selector)].map((element) =>
            Math.round(element.getBoundingClientRect().y),
          ),
        ),
      PARTS,
    );
    await context.close();
    return rows;
  };
  const [without, withThem] = [await rowsOf('stay away'), await rowsOf('come')];
  expect(withThem).toHaveLength(without.length);
  for (const [i, y] of withThem.entries()) expect(Math.abs(y - without[i]!)).toBeLessThanOrEqual(2);
});

/** In the page. */
const loadedFonts = (): boolean =>
  [...document.fonts].some(({ family, status }) => /Source Sans/.test(family) && status === 'loaded');

test.describe('"Craving now" before the app is there', () => {
  test('is answered at once, and heard once when the app comes', async ({ page, server, sound }) => {
    const release = await holdTheApp(page);
    const attune = new AttunePage(page, server);
    await page.goto(server.url);
    const press = attune.button('Craving now').last();
    await press.click();
    await expect(page.getByRole('status')).toHaveText('Music is coming…');
    await expect(attune.button('Stop')).toBeVisible();
    await press.click();
    await release();
    await expect(attune.playing).toBeVisible();
    await sound.heard(2);
    await attune.finish();
    await attune.allSaved();
    const starts = server.storedEvents().filter((event) => event.includes('"type":"session-started"'));
    expect(starts).toHaveLength(1);
  });

  test('is heard before any screen is drawn', async ({ page, server, sound }) => {
    const release = await hold(page, SCREENS);
    await page.goto(server.url);
    await page.locator('.craving-now').click();
    await sound.heard(1);
    await expect(page.locator('[data-shell]')).toHaveCount(1);
    release();
    await expect(new AttunePage(page, server).playing).toBeVisible();
  });

  test('is answered by the first screen while the rest of the app is on its way', async ({
    page,
    server,
    sound,
  }) => {
    const release = await hold(page, REST);
    const attune = new AttunePage(page, server);
    await attune.open();
    await page.locator('.craving-now').click();
    await expect(page.getByText('Music is coming…')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Music is coming…')).toBeHidden();
    await page.locator('.craving-now').click();
    await page.locator('.craving-now').click();
    release();
    await expect(attune.playing).toBeVisible();
    await sound.heard(1);
    await attune.finish();
    await attune.allSaved();
    const starts = server.storedEvents().filter((event) => event.includes('"type":"session-started"'));
    expect(starts).toHaveLength(1);
  });

  test('answers the keyboard too', async ({ page, server, sound }) => {
    const release = await holdTheApp(page);
    await page.goto(server.url);
    await page.locator('.craving-now').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText('Music is coming…');
    await release();
    await sound.heard(1);
  });

  test('is taken back by Esc', async ({ page, server, sound }) => {
    const release = await holdTheApp(page);
    await page.goto(server.url);
    await page.locator('.craving-now').click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('status')).toBeEmpty();
    await release();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(page.url()).not.toContain('session');
    expect(await sound.level(1)).toBe(0);
  });

  test('is heard without network on a second visit', async ({ page, server, sound }) => {
    await page.goto(server.url);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await server.kill();
    await page.context().setOffline(true);
    await page.reload({ waitUntil: 'commit' });
    await page.locator('.craving-now').click();
    await sound.heard(2);
  });
});

test('another button that was pressed before the app is pressed again when it is there', async ({
  page,
  server,
}) => {
  const release = await holdTheApp(page);
  const attune = new AttunePage(page, server);
  await page.goto(server.url);
  await attune.source('Try it with a recorded heart').click();
  await release();
  await expect(attune.heading).toHaveText('Before you begin');
});

test('the focus stays where it was when the app comes', async ({ page, server }) => {
  const release = await holdTheApp(page);
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Help now' }).focus();
  await release();
  await expect(page.getByRole('link', { name: 'Help now' })).toBeFocused();
});

test('a link to another screen shows that screen, and Today at no moment', async ({ page, server }) => {
  const release = await holdTheApp(page);
  await page.goto(`${server.url}/#/help`);
  await expect(page.getByRole('link', { name: 'Help now' })).toBeVisible();
  await expect(page.locator('.hero')).toBeHidden();
  await release();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Help now');
});

test('an address that the first screen does not know waits for the rest of the app', async ({
  page,
  server,
}) => {
  const release = await hold(page, REST);
  const attune = new AttunePage(page, server);
  await page.goto(`${server.url}/#/rest`);
  await attune.drawn();
  await expect(attune.heading).toHaveCount(0);
  release();
  await expect(attune.heading).toHaveText('Your resting heart');
  await expect(attune.heading).toBeFocused();
});

test('Help is there before the rest of the app', async ({ page, server }) => {
  await hold(page, REST);
  const attune = new AttunePage(page, server);
  await attune.open();
  await page.getByRole('link', { name: 'Help now' }).click();
  await expect(attune.heading).toHaveText('Help now');
});

test('says so when what plays cannot be loaded', async ({ page, server }) => {
  await page.route(REST, (route) => route.abort());
  await page.goto(server.url);
  await page.locator('.craving-now').click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
});

test('says so when the app cannot be loaded', async ({ page, server }) => {
  await page.route(SCREENS, (route) => route.abort());
  await page.goto(server.url);
  await page.locator('.craving-now').click();
  await expect(page.getByRole('alert')).toContainText('could not be loaded');
});
