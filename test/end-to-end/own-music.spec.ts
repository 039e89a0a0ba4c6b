import { generated } from '../../scripts/music/generated-tracks.ts';
import { wavOf } from '../../scripts/music/wav.ts';
import { axeFindings } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';

const RATE = 22_050;
const song = (): Buffer =>
  Buffer.from(
    wavOf(
      [generated({ pattern: 'tune', bpm: 66, seconds: 24, sampleRate: RATE, seed: 4, tonic: 2 }).samples],
      RATE,
    ),
  );

test('an own song is brought, placed, kept over a reload, heard, and chosen in a session', async ({
  attune,
  page,
  sound,
}) => {
  await page.getByRole('link', { name: 'Music', exact: true }).click();
  await expect(attune.heading).toHaveText('Music');
  await page.getByLabel('Choose files').setInputFiles([
    { name: '01 - Harbour lights.wav', mimeType: 'audio/wav', buffer: song() },
    { name: 'torn.mp3', mimeType: 'audio/mpeg', buffer: Buffer.alloc(4000, 7) },
  ]);
  await expect(page.getByTestId('import-result')).toContainText('1 song added. 1 song could not be taken');
  await expect(page.getByTestId('import-result')).toContainText('torn.mp3 cannot be read: it is damaged');
  const card = page.getByTestId('own-track');
  await expect(card).toContainText('Proposed: Calm');
  await expect(card).toContainText('66 bpm (or 132) · D major');
  for (const choice of ['Calm', '3, easy', 'No, it is clean'])
    await card.getByText(choice, { exact: true }).click();
  await card.getByRole('button', { name: 'Keep it here' }).click();
  // The card shows what the browser's store has, so that it is kept by now.
  await expect(card).toContainText('Calm 3, easy · clean');

  await page.reload();
  await expect(card).toContainText('Calm 3, easy · clean');
  await page.getByRole('button', { name: 'Listen: Harbour lights' }).click();
  await sound.heard(1);
  await page.keyboard.press('Escape');
  expect(await sound.lastAfterPress()).toBeLessThan(300);

  const trigger = page
    .getByRole('region', { name: 'Music that comes with Attune' })
    .getByRole('button', { name: 'A trigger for me' });
  for (let left = 14; left > 6; left--) {
    await expect(trigger).toHaveCount(left);
    await trigger.first().click();
  }
  await expect(page.getByText('“Cradle” will not play: a trigger for you.')).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await axeFindings(page)).toEqual([]);
  await attune.cravingNow();
  await expect(attune.playing).toHaveText('Harbour lights');
  await sound.heard(1);
});
