import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { checkScreen } from './support/check-screen.ts';
import { expect, test } from './support/fixtures.ts';
import type { AttunePage } from './support/attune-page.ts';

async function open(attune: AttunePage, way: string): Promise<void> {
  await attune.page.getByRole('link', { name: 'Rhythm', exact: true }).click();
  await expect(attune.heading).toHaveText('Rhythm');
  await attune.page.getByRole('link', { name: new RegExp(`^${way}`) }).click();
  await expect(attune.heading).toHaveText(way);
}

/** Waits for sound from any of the page's audio contexts: the music's own is open beside this one, and silent. */
const heard = (page: Page) =>
  page.waitForFunction(() =>
    window
      .soundRecord!.pieces.slice(-30)
      .some(({ samples }) => samples.some((sample) => Math.abs(sample) > 1e-3)),
  );

/** Seconds of sound from the last press on, on the clock of whichever context sounded; waits for one second of it. */
const soundAfterPress = async (page: Page): Promise<number> => {
  const found = await page.waitForFunction(() => {
    const { pieces, handledAtS } = window.soundRecord!;
    const newest = pieces.at(-1);
    if (!newest || !handledAtS || newest.endsAtS < handledAtS[newest.context]! + 1) return undefined;
    const ends = pieces.map(({ context, endsAtS, samples, sampleRate }) => {
      const last = samples.findLastIndex((sample) => Math.abs(sample) > 1e-4);
      return last < 0 ? 0 : endsAtS - (samples.length - last) / sampleRate - handledAtS[context]!;
    });
    return { lastS: Math.max(0, ...ends) };
  });
  return (await found.jsonValue())!.lastS;
};

const role = (page: Page) => page.getByTestId('role');

/** Presses F with the page's own pulse: as each beat begins to be heard. */
async function tapWithKeys(page: Page, taps: number): Promise<void> {
  for (let i = 0; i < taps; i++) {
    await page.keyboard.press('f');
    await page.waitForTimeout(400);
  }
}

test('a practice is begun, tapped with keys and by touch, told of, kept and stopped with Esc', async ({
  attune,
  page,
}) => {
  await open(attune, 'Rhythm practice');
  await attune.button('Faster').click();
  await expect(page.getByText('84')).toBeVisible();
  await attune.button('Begin').click();
  await expect(attune.heading).toHaveText('Find the pulse');
  await expect(attune.heading).toBeFocused();
  await heard(page);
  await expect(role(page)).toHaveText('Together.');
  await tapWithKeys(page, 11);
  const pad = page.getByRole('button', { name: /^Tap here/ });
  for (let i = 0; i < 3; i++) await pad.click();
  await expect(pad).toHaveAttribute('data-taps', '14');
  await attune.button('End this part').click();
  await expect(page.getByTestId('finding')).toContainText(
    /Your beats varied by about \d+ ms \(from \d+ taps\)/,
  );
  await expect(page.getByTestId('finding')).not.toContainText(/\blate\b/i);

  await attune.button('Next part').click();
  await expect(attune.heading).toHaveText('Keep it');
  await heard(page);
  await page.keyboard.press('Escape');
  expect(await soundAfterPress(page)).toBeLessThan(0.3);
  await expect(page.getByTestId('finding')).toContainText('Too few taps to say');
  await attune.button('Finish here').click();
  await expect(attune.heading).toHaveText('Rhythm practice');
  await page.reload();
  await expect(page.getByText('fifteen minutes; once this week')).toBeVisible();
});

test('free drumming sounds at once, can be taken back, kept, heard again, saved as WAV and deleted', async ({
  attune,
  page,
}) => {
  await open(attune, 'Free drumming');
  await attune.button('Bring out the drums').click();
  const deep = page.getByRole('button', { name: /^Deep drum/ });
  await deep.click();
  await heard(page);
  await page.keyboard.press('d');
  await page.keyboard.press('Shift+L');
  await expect(page.getByTestId('played')).toContainText('3 hits');
  await attune.button('Take back the last phrase').click();
  await attune.button('Bring it back').click();
  await expect(page.getByTestId('played')).toContainText('3 hits');
  const after = page.getByRole('slider', { name: 'And how strong is it now?' });
  await after.press('End');
  await attune.button('Keep it as a take').click();
  await expect(page.getByText('3 hits · ')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('3 hits')).toBeVisible();
  await page.getByRole('button', { name: /^Listen to it/ }).click();
  await heard(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a sound file (WAV)' }).click(),
  ]);
  const wav = await readFile(await download.path());
  expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
  const samples = new Int16Array(wav.buffer, wav.byteOffset + 44, (wav.length - 44) >> 1);
  expect(samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)).toBeGreaterThan(2000);
  await page.getByRole('button', { name: /^Delete/ }).click();
  await expect(page.getByText('The take is gone.')).toBeVisible();
  await attune.button('Bring it back').click();
  await expect(page.getByText('3 hits')).toBeVisible();
});

test('its screens are whole in both languages, pass axe light and dark, and never scroll sideways', async ({
  attune,
  page,
}) => {
  for (const [language, begin, end, drums] of [
    ['en', 'Begin', 'End this part', 'Bring out the drums'],
    ['de', 'Beginnen', 'Diesen Teil beenden', 'Trommeln holen'],
  ] as const) {
    await page.evaluate((chosen) => localStorage.setItem('attune.language', chosen), language);
    await page.evaluate(() => (location.hash = '/rhythm/practice'));
    await page.reload();
    await attune.button(begin).click();
    await expect(role(page)).toHaveText(/./);
    await checkScreen(page);
    await attune.button(end).click();
    await expect(page.getByTestId('finding')).toBeVisible();
    await checkScreen(page);
    await page.evaluate(() => (location.hash = '/rhythm/body'));
    await expect(page.locator('.body-card')).toHaveCount(6);
    await checkScreen(page);
    await page.evaluate(() => (location.hash = '/rhythm/drums'));
    await attune.button(drums).click();
    await expect(page.locator('.drum-pad')).toHaveCount(8);
    await checkScreen(page);
  }
});
