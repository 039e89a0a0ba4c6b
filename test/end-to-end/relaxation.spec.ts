import type { Page } from '@playwright/test';
import type { ActivityNoted } from '../../engine/index.ts';
import { checkScreen } from './support/check-screen.ts';
import { expect, test } from './support/fixtures.ts';
import type { AttunePage } from './support/attune-page.ts';
import { checkedLog } from './support/log-checks.ts';

async function begin(attune: AttunePage): Promise<void> {
  await attune.page.getByRole('link', { name: /^Guided relaxation/ }).click();
  await expect(attune.heading).toHaveText('Guided relaxation');
  await whole(attune.page).click();
  await expect(attune.heading).toHaveText('Arriving');
}

const whole = (page: Page) => page.getByRole('button', { name: /^From the hands to the face/ });

const sentence = (page: Page) => page.getByTestId('sentence');

test('a relaxation is led, left part by part with one key, stopped, gone on with, finished and logged', async ({
  attune,
  browser,
  page,
  server,
  sound,
}) => {
  await page.getByRole('link', { name: /^Guided relaxation/ }).click();
  await expect(whole(page)).toBeVisible();
  expect(await sound.level(0.5)).toBe(0);
  await whole(page).click();
  await expect(attune.heading).toHaveText('Arriving');
  await expect(attune.heading).toBeFocused();
  await sound.heard(2);
  await expect(sentence(page)).toHaveText('Sit or lie as is comfortable for you now.');

  await page.keyboard.press('ArrowRight');
  await expect(attune.heading).toHaveText('Breath');
  await attune.button('Wait').click();
  await expect(sentence(page)).toHaveText('The words wait. The music stays.');
  await attune.button('Next: Hands').click();
  await expect(sentence(page)).toHaveText('Go to your hands.');

  await page.keyboard.press('Escape');
  await expect(attune.heading).toHaveText('Stopped.');
  expect(await sound.lastAfterPress()).toBeLessThan(300);
  expect(await sound.level(0.5)).toBe(0);
  await attune.button('Go on').click();
  await expect(attune.heading).toHaveText('Hands');
  await sound.heard(1);

  for (const title of ['Shoulders', 'Face', 'The whole body', 'Rest', 'Coming back']) {
    await page.keyboard.press('ArrowRight');
    await expect(attune.heading).toHaveText(title);
  }
  await attune.button('I am back').click();
  await attune.button('Softer than before').click();
  await expect(attune.heading).toHaveText('Stay as long as you like.');
  await sound.heard(1);
  await attune.button('End the music').click();
  await page.getByRole('link', { name: 'Look at this session' }).click();

  const events = await checkedLog(attune, { server, browser });
  const noted = events.filter((event): event is ActivityNoted & { seq: number } => event.type === 'activity');
  expect(noted.every(({ activity, version }) => activity === 'relaxation' && version === 1)).toBe(true);
  expect(noted.filter(({ what }) => what === 'phase-left').map(({ details }) => details)).toMatchObject(
    ['settle', 'breath', 'hands', 'shoulders', 'face', 'body', 'rest', 'return'].map((phase) => ({
      phase,
      how: 'early',
    })),
  );
  expect(noted.at(-1)).toMatchObject({ what: 'body', details: { feels: 'softer' } });
});

test('a relaxation waits where it was while one looks at the crisis card', async ({
  attune,
  page,
  sound,
}) => {
  await begin(attune);
  await page.keyboard.press('ArrowRight');
  await expect(attune.heading).toHaveText('Breath');
  await page.getByRole('link', { name: 'Help now' }).click();
  await expect(attune.heading).toHaveText('Help now');
  await sound.heard(1);
  await page.getByRole('link', { name: 'Attune, to Today' }).click();
  await page.getByRole('link', { name: 'A session is under way. Back to it' }).click();
  await expect(attune.heading).toHaveText('Breath');
});

test('each sentence is said once', async ({ attune, page }) => {
  await begin(attune);
  await page.evaluate(() => {
    const said: string[] = [];
    (window as unknown as { said: string[] }).said = said;
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) said.push(node.textContent ?? '');
    }).observe(document.querySelector('[aria-live].script-words')!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await expect(sentence(page)).toHaveText('Sit or lie as is comfortable for you now.');
  await expect(sentence(page)).toHaveText('Your eyes may close, or rest on something quiet.', {
    timeout: 60_000,
  });
  await page.keyboard.press('ArrowRight');
  await expect(sentence(page)).toHaveText('Feel how the breath comes and goes by itself.');
  const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
  expect(said).toEqual([...new Set(said)]);
  // The first one may have been said before anybody counted.
  expect(said.slice(-2)).toEqual([
    'Your eyes may close, or rest on something quiet.',
    'Feel how the breath comes and goes by itself.',
  ]);
});

test('its screens pass axe, light and dark, small and large, and never scroll sideways', async ({
  attune,
  page,
}) => {
  await page.getByRole('link', { name: /^Guided relaxation/ }).click();
  await expect(whole(page)).toBeVisible();
  await checkScreen(page);
  await whole(page).click();
  await expect(sentence(page)).toHaveText(/./);
  await checkScreen(page);
  await page.keyboard.press('Escape');
  await checkScreen(page);
  await attune.button('Enough for now').click();
  await checkScreen(page);
});
