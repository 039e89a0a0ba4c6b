import { expect, test } from './support/fixtures.ts';
import { checkedLog } from './support/log-checks.ts';
import { photograph } from './support/photograph.ts';
import { REAL_TIME_MS } from './support/limits.ts';

/** Seconds of sound: at most a phrase of waiting, the crossfade of 10 s, and 8 s of the new music alone. */
const FADED_S = 30;

test.describe('"Try it with a recorded heart"', () => {
  test('plays before the heart is heard, then hears it and follows it, a rung at a time', async ({
    attune,
    browser,
    page,
    server,
    sound,
  }) => {
    test.setTimeout(REAL_TIME_MS);
    await photograph(page, 'today');
    await attune.source('Try it with a recorded heart').click();
    await attune.begin();
    await sound.heard(1);
    await expect(attune.stateLine).toContainText(/\d+ bpm/);
    await page.getByText('Look closer').click();
    await expect(page.getByText(/\d+ of 100, give or take \d+/)).toBeVisible({ timeout: 60_000 });

    await sound.heard(8);
    const bright = [await sound.brightness(8)];
    const why = await attune.why.textContent();
    await expect(attune.why).not.toHaveText(why ?? '');
    bright.push(await sound.brightness(8));
    // A rung a minute: the music is activating two minutes in.
    await expect(page.getByText(/^activating, level \d of 5$/)).toBeVisible({ timeout: REAL_TIME_MS });
    await sound.rendered(FADED_S);
    expect(await sound.brightness(8)).toBeGreaterThan(1.3 * Math.max(...bright));
    await photograph(page, 'session-closer');
    await page.getByText('Look closer').click();
    await photograph(page, 'session');
    await attune.finish();
    const events = await checkedLog(attune, { server, browser });
    expect(events.filter((event) => event.type === 'decision').map(({ reason }) => reason)).toContain(
      'matching-estimate',
    );
    const first = (type: string): number => events.findIndex((event) => event.type === type);
    expect(first('crossfade')).toBeGreaterThan(0);
    expect(first('crossfade')).toBeLessThan(first('intervals'));
    await photograph(page, 'after');
  });
});
