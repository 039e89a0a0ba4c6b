import { replayLog, type SessionEvent } from '../../engine/index.ts';
import { expect, test } from './support/fixtures.ts';
import { beat } from './support/heart.ts';
import { replayInPage } from './support/replay-in-page.ts';

/** At most a phrase of waiting, the crossfade of 10 s, and 8 s of the new music alone. */
const FADED_MS = 30_000;

const asLines = (events: readonly SessionEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

/** Nothing where both texts are the same to the byte; otherwise their first lines that differ. */
function firstDifference(expected: string, actual: string): object | undefined {
  if (expected === actual) return undefined;
  const [there, here] = [expected.split('\n'), actual.split('\n')];
  const line = there.findIndex((text, i) => text !== here[i]);
  return { line, expected: there[line], actual: here[line], lengths: [expected.length, actual.length] };
}

/** A person who sits at 70 a minute and is stirred up to 92 after a minute and a half. */
const stirredUp = (seconds: number): number => 70 + 22 / (1 + Math.exp((90 - seconds) / 2));

test('a strap is heard, an estimate is made, the music follows, and the log replays to the same bytes', async ({
  attune,
  bluetooth,
  browser,
  chooser,
  page,
  server,
  sound,
}) => {
  test.setTimeout(260_000);
  const strap = bluetooth.addStrap({ name: 'Chest strap', battery: 87 });
  await attune.chooseStrap(strap, chooser);
  const heart = beat(strap, stirredUp);
  await attune.begin();

  await expect(attune.stateLine).toContainText(/(69|7[01]) bpm/, { timeout: 20_000 });
  await page.getByText('Look closer').click();
  await expect(page.getByText('No estimate now.')).toBeVisible();
  await sound.heard(10);
  const bright = [await sound.brightness(10)];
  const music = (await attune.playing.textContent()) ?? '';

  // The baseline takes two minutes of sitting; then the music meets the estimate.
  await expect(page.getByText(/\d+ of 100, give or take \d+/)).toBeVisible({ timeout: 150_000 });
  await expect(attune.why).toHaveText('Starting close to where your body seems to be.', { timeout: 60_000 });
  await expect(attune.playing).not.toHaveText(music);
  bright.push(await sound.brightness(10));
  await page.waitForTimeout(FADED_MS);
  expect(await sound.brightness(8)).toBeGreaterThan(1.3 * Math.max(...bright));

  heart.stop();
  await attune.finish();
  const exported = await attune.exportLog();
  await attune.allSaved();
  const lines = exported.trimEnd().split('\n');
  expect(server.storedEvents()).toEqual(lines);

  const events = lines.map((line) => JSON.parse(line) as SessionEvent);
  const types = new Set(events.map(({ type }) => type));
  for (const type of ['packet', 'hrv', 'baseline', 'arousal', 'decision', 'crossfade', 'halt'] as const)
    expect(types).toContain(type);
  const received = events.filter(({ type }) => type === 'packet').length;
  expect(received).toBeGreaterThan(140);

  expect(firstDifference(exported, asLines(replayLog(events)))).toBeUndefined();
  expect(firstDifference(exported, await replayInPage(browser, exported))).toBeUndefined();
});
