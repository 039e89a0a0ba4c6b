import { expect, test } from './support/fixtures.ts';
import { checkedLog } from './support/log-checks.ts';
import { photograph } from './support/photograph.ts';

/** At most a phrase of waiting, the crossfade of 10 s, and 8 s of the new music alone. */
const FADED_MS = 30_000;

test.describe('"Try it with a recorded heart"', () => {
  test('plays within a second of the press, hears the heart within a minute and follows it, a rung a minute', async ({
    attune,
    browser,
    page,
    server,
    sound,
  }) => {
    test.setTimeout(300_000);
    await photograph(page, 'today');
    // A person looks at the page first; it fetches what it needs meanwhile, and other tests' browsers get up.
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(3000);
    await attune.source('Try it with a recorded heart').click();
    await attune.begin();
    expect(await sound.firstAfterPress()).toBeLessThan(1000);
    await expect(attune.stateLine).toContainText(/\d+ bpm/);
    await page.getByText('Look closer').click();
    await expect(page.getByText(/\d+ of 100, give or take \d+/)).toBeVisible({ timeout: 60_000 });

    await sound.heard(8);
    const bright = [await sound.brightness(8)];
    const why = await attune.why.textContent();
    await expect(attune.why).not.toHaveText(why ?? '', { timeout: 50_000 });
    bright.push(await sound.brightness(8));
    // A rung a minute: the music is activating two minutes in.
    await expect(page.getByText(/^activating, level \d of 5$/)).toBeVisible({ timeout: 120_000 });
    await page.waitForTimeout(FADED_MS);
    expect(await sound.brightness(8)).toBeGreaterThan(1.3 * Math.max(...bright));
    await photograph(page, 'session-closer');
    await page.getByText('Look closer').click();
    await photograph(page, 'session');
    await attune.finish();
    const events = await checkedLog(attune, { server, browser });
    expect(events.filter((event) => event.type === 'decision').map(({ reason }) => reason)).toContain(
      'matching-estimate',
    );
    await photograph(page, 'after');
  });
});
