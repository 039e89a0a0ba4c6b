import type { Page } from '@playwright/test';
import { expect, test as base } from './support/fixtures.ts';
import { Middleman } from './support/middleman.ts';

const test = base.extend<{ readonly between: Middleman }>({
  // Nothing is fetched ahead of need. A worker that is asked for something in the very moment in which it gives way
  // never does so in a Chromium that is being watched, as tests watch it (its termination is promised, and waits for
  // the answer that it no longer gives).
  context: async ({ context }, use) => {
    await context.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
    await use(context);
  },
  between: async ({ server }, use) => {
    const between = await Middleman.before(server.url);
    await use(between);
    await between.close();
  },
});

/** Opens Attune and waits until this version is kept and the page is led by it. */
async function openKept(page: Page, between: Middleman): Promise<void> {
  await page.goto(between.url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await expect(page.locator('[data-shell]')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** The service's build becomes another, and the browser looks. Waits until the new one waits. */
async function rebuild(page: Page, between: Middleman): Promise<void> {
  between.build = 'another build';
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null))
    .toBe(true);
}

/** Counts how often the page is loaded from now on. */
function loadsOf(page: Page): { count: number } {
  const loads = { count: 0 };
  page.on('load', () => loads.count++);
  return loads;
}

const line = (page: Page) => page.getByTestId('new-version');
const take = (page: Page) => page.getByRole('button', { name: 'Use it now' });

test.describe('a new version', () => {
  test('is said on Today and taken on a press, once, in all tabs', async ({ page, between }) => {
    await openKept(page, between);
    const other = await page.context().newPage();
    await other.goto(between.url);
    await expect(other.locator('[data-shell]')).toHaveCount(0);
    await rebuild(page, between);
    await expect(line(page)).toContainText('A new version of Attune is ready.');
    await expect(line(other)).toContainText('A new version of Attune is ready.');
    const loads = [loadsOf(page), loadsOf(other)];
    await take(page).click();
    await expect.poll(() => loads.map(({ count }) => count)).toEqual([1, 1]);
    for (const tab of [page, other]) {
      await expect(tab.locator('[data-shell]')).toHaveCount(0);
      await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(line(tab)).toHaveCount(0);
      expect(await tab.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
    }
    expect(loads.map(({ count }) => count)).toEqual([1, 1]);
  });

  test('is not said during a session and never taken during one, in whatever tab', async ({
    page,
    between,
  }) => {
    await openKept(page, between);
    const other = await page.context().newPage();
    await other.goto(between.url);
    await other.getByRole('button', { name: 'Craving now' }).first().click();
    await expect(other.getByTestId('playing')).toBeVisible();
    await rebuild(page, between);
    const loads = loadsOf(other);
    await take(page).click();
    await expect(line(page)).toContainText('A session in another tab is not over');
    await other.getByRole('link', { name: 'Attune, to Today' }).click();
    await expect(other.getByText('A session is under way.')).toBeVisible();
    await expect(line(other)).toHaveCount(0);
    expect(loads.count).toBe(0);
    await other.getByRole('button', { name: 'Stop' }).click();
    await other.getByRole('link', { name: 'A session is under way.' }).click();
    await other.getByRole('button', { name: 'Finish here' }).click();
    await other.getByRole('button', { name: 'Finish without rating' }).click();
    await other
      .getByRole('button', { name: 'Back to Today' })
      .or(other.getByRole('link', { name: 'Back to Today' }))
      .first()
      .click();
    await expect(line(other)).toBeVisible();
    await take(other).click();
    await expect.poll(() => loads.count).toBe(1);
  });
});
