import { markerAt } from '../../engine/rhythm/index.ts';
import { chance } from '../../engine/index.ts';
import { microphoneThatHears } from './support/fake-microphone.ts';
import { expect, test } from './support/fixtures.ts';

/** A beat at 80 a minute: the practice's usual tempo. */
const [RATE, BEAT_S, BEATS] = [48_000, 0.75, 40] as const;

/**
 * What a telephone on a table hears of a practice: the click's marker out of its own loudspeaker, and somebody who
 * claps on each. It comes some delay after what the page plays, as sound through a room does; the page has to find out
 * which.
 */
function heardByMicrophone(): Float32Array {
  const beat = Math.round(BEAT_S * RATE);
  const next = chance(13);
  const samples = new Float32Array(BEATS * beat);
  const { inPhase } = markerAt(RATE);
  for (let i = 0; i < BEATS; i++) {
    inPhase.forEach((value, at) => (samples[i * beat + at]! += 0.15 * value));
    for (let at = 0; at < 3000; at++) samples[i * beat + at]! += 0.5 * (2 * next() - 1) * Math.exp(-at / 500);
  }
  return samples;
}

test.use({ launchOptions: microphoneThatHears(heardByMicrophone(), RATE) });

test('claps through the microphone are found on the beat', async ({ attune, page }) => {
  await page.getByRole('link', { name: 'Rhythm', exact: true }).click();
  await page.getByRole('link', { name: /^Rhythm practice/ }).click();
  const state = page.getByTestId('claps');
  await expect(state).toHaveAttribute('data-is', 'off');
  await attune.button('Hear my claps').click();
  await expect(state).toHaveAttribute('data-is', 'on');
  await expect(state).toContainText('The microphone listens.');
  await attune.button('Begin').click();
  const told = page.locator('.finding-spread');
  const figure = async (name: string): Promise<number> => Number(await told.getAttribute(`data-${name}`));
  // A busy machine loses some of the sound on its way in; then the part is played again until it came whole.
  for (let attempt = 1; ; attempt++) {
    await expect(page.getByTestId('loop')).toHaveAttribute('data-loop', 'marker');
    const pad = page.getByRole('button', { name: /^Tap here/ });
    await expect.poll(async () => Number(await pad.getAttribute('data-taps'))).toBeGreaterThan(14);
    await attune.button('End this part').click();
    await expect(told).toBeVisible();
    if (attempt === 8 || ((await figure('spread')) <= 5 && Math.abs(await figure('asynchrony')) <= 5)) break;
    await attune.button('This part again').click();
  }
  expect(await figure('n')).toBeGreaterThanOrEqual(9);
  expect(Math.abs(await figure('asynchrony'))).toBeLessThanOrEqual(5);
  expect(await figure('spread')).toBeLessThanOrEqual(5);
  await expect(page.getByTestId('finding')).toContainText('Right with the sound.');
});
