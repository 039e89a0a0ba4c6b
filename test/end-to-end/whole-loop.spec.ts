import { expect, test } from './support/fixtures.ts';
import { beat } from './support/heart.ts';
import { REAL_TIME_MS } from './support/limits.ts';
import { checkedLog } from './support/log-checks.ts';

const sitting = (): number => 70;

test('a strap is heard, an estimate is made, the music changes, and the log replays to the same bytes', async ({
  attune,
  bluetooth,
  browser,
  chooser,
  page,
  server,
  sound,
}) => {
  test.setTimeout(REAL_TIME_MS);
  const strap = bluetooth.addStrap({ name: 'Chest strap', battery: 87 });
  await attune.chooseStrap(strap, chooser);
  const heart = beat(strap, sitting);
  await attune.begin();
  await expect(attune.stateLine).toContainText(/(69|7[01]) bpm/);
  await page.getByText('Look closer').click();
  await expect(page.getByText('No estimate now.')).toBeVisible();

  // A baseline takes some two and a half minutes of sitting.
  await expect(page.getByText(/\d+ of 100, give or take \d+/)).toBeVisible({
    timeout: REAL_TIME_MS,
  });
  const calming = await sound.brightness(10);
  // From the quietest: two rungs of calming music lie between.
  for (let press = 0; press < 3; press++) await attune.button('Livelier').click();
  await expect(attune.why).toHaveText('You asked for livelier.');
  await expect(page.getByText(/^activating, level \d of 5$/)).toBeVisible();
  await sound.rendered(11); // a crossfade of 1.5 s, then 8 s of the new music alone
  expect(await sound.brightness(8)).toBeGreaterThan(1.3 * calming);

  heart.stop();
  await expect.poll(async () => (await attune.keptPackets()).length).toBe(heart.sent);
  await attune.finish();
  const events = await checkedLog(attune, { server, browser });
  const count = (type: string): number => events.filter((event) => event.type === type).length;
  expect(count('packet')).toBe(heart.sent);
  for (const type of ['baseline', 'hrv', 'arousal', 'decision', 'crossfade', 'halt', 'session-ended'])
    expect(count(type), type).toBeGreaterThan(0);
});
