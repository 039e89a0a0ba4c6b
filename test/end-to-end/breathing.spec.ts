import type { Page } from '@playwright/test';
import type { ActivityNoted } from '../../engine/index.ts';
import { checkScreen, type Look } from './support/check-screen.ts';
import { expect, test } from './support/fixtures.ts';
import { checkedLog } from './support/log-checks.ts';

/** By night on a desk, by day on a phone. */
const LOOKS: readonly Look[] = [
  [1280, 'dark'],
  [360, 'light'],
];

const origin = (page: Page): string => new URL(page.url()).origin;

test('one breathes along without a strap, changes the length, stops, goes on and ends gently', async ({
  attune,
  browser,
  page,
  server,
  sound,
}) => {
  await page.goto(`${origin(page)}/#/do/breathing`);
  await expect(attune.heading).toHaveText('Slow breathing');
  await attune.button('Begin').click();
  await expect(attune.heading).toHaveText('Breathe along');
  await sound.heard(2);
  await expect(page.getByTestId('breath')).toContainText('Breathe in');
  await expect(page.getByTestId('breath')).toContainText('Breathe out');
  await page.getByText('2 minutes', { exact: true }).click();
  await expect(page.getByTestId('left')).toHaveText(/1 minute left/);
  await checkScreen(page, LOOKS);
  await page.keyboard.press('Escape');
  await expect(attune.heading).toHaveText('Stopped.');
  await attune.button('Go on').click();
  await expect(attune.heading).toHaveText('Breathe along');
  await attune.button('Enough for now').click();
  await expect(attune.heading).toHaveText('That was it.');
  await sound.heard(1);
  await attune.button('End the music').click();
  await page.getByRole('link', { name: 'Look at this session' }).click();
  const events = await checkedLog(attune, { server, browser });
  const noted = events.filter((event): event is ActivityNoted & { seq: number } => event.type === 'activity');
  expect(noted.map(({ what }) => what)).toEqual(['length', 'length', 'practised']);
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('an assessment without a heart says so instead of pacing for nothing', async ({ attune, page }) => {
    await page.goto(`${origin(page)}/#/do/resonance`);
    await expect(attune.heading).toHaveText('Dein Atemtempo finden');
    await checkScreen(page, LOOKS);
    await attune.button('Anfangen').click();
    await expect(attune.heading).toHaveText('Ankommen');
    await checkScreen(page, LOOKS);
    await attune.button('Gleich weiter').click();
    await expect(attune.heading).toHaveText('Es kommen keine Herzschläge an.');
    await checkScreen(page, LOOKS);
    await attune.button('Musik beenden').click();
    await expect(attune.heading).toHaveText('Danke.');
  });
});
