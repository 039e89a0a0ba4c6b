import type { Page } from '@playwright/test';
import { turns } from '../../web/features/demonstration/words.ts';
import { expect, test } from './support/fixtures.ts';
import { checkedLog } from './support/log-checks.ts';
import { photograph } from './support/photograph.ts';
import { REAL_TIME_MS } from './support/limits.ts';

/** Seconds of sound: at most a phrase of waiting, the crossfade of 10 s, and 8 s of the new music alone. */
const FADED_S = 30;

/** Keeps every sentence of the tour in the page, so that none is missed by who looks seldom. */
const keepTour = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const told: string[] = ((window as { told?: string[] }).told = []);
    const look = (): void => {
      const text = document.querySelector('[data-testid="tour"]')?.textContent;
      if (text && told.at(-1) !== text) told.push(text);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    look();
  });

const toldIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as { told?: string[] }).told ?? []);

test.describe('"Try it with a recorded heart"', () => {
  test('tells the whole story in four minutes: upset, met, led down through a lost strap, settled', async ({
    attune,
    browser,
    page,
    server,
    sound,
  }) => {
    test.setTimeout(REAL_TIME_MS);
    const tour = page.getByTestId('tour');
    const told = (turn: keyof typeof turns) =>
      expect(tour).toHaveText(turns[turn], { timeout: REAL_TIME_MS });
    await photograph(page, 'today');
    await attune.source('Try it with a recorded heart').click();
    await attune.begin();
    await keepTour(page);
    await sound.heard(1);
    await expect(attune.stateLine).toContainText(/\d+ bpm/);
    await page.getByText('Look closer').click();
    await told('upset');
    await expect(page.getByText(/\d+ of 100, give or take \d+/)).toBeVisible();
    await told('met');
    await sound.rendered(FADED_S);
    const met = await sound.brightness(8);
    await told('led-down');
    await photograph(page, 'session-closer');
    await page.getByText('Look closer').click();
    await photograph(page, 'session');
    await told('settled');
    expect(await sound.brightness(8)).toBeLessThan(met);
    // It ends by itself.
    await expect(attune.button('Finish without rating')).toBeVisible({ timeout: REAL_TIME_MS });
    expect(await toldIn(page)).toEqual(
      (
        [
          ...['listening', 'upset', 'met', 'missed-beat', 'led-down'],
          ...['lost', 'withheld', 'back', 'led-down', 'settled'],
        ] as (keyof typeof turns)[]
      ).map((turn) => turns[turn]),
    );
    await attune.button('Finish without rating').click();
    const events = await checkedLog(attune, { server, browser });
    const first = (type: string): number => events.findIndex((event) => event.type === type);
    expect(first('crossfade')).toBeGreaterThan(0);
    expect(first('crossfade')).toBeLessThan(first('intervals'));
    await photograph(page, 'after');
  });
});
