import type { Locator } from '@playwright/test';
import type { AttunePage } from './support/attune-page.ts';
import { checkScreen } from './support/check-screen.ts';
import { expect, test } from './support/fixtures.ts';

/** The screens, and how a person gets to each from Today. */
const screens: Readonly<Record<string, (attune: AttunePage) => Promise<void>>> = {
  Today: () => Promise.resolve(),
  Before: async (attune) => {
    await attune.source('Try it with a recorded heart').click();
    await attune.page.getByText('Another kind').click();
  },
  Session: async (attune) => {
    await begin(attune);
    await attune.page.getByText('Look closer').click();
  },
  'Session, craving noted': async (attune) => {
    await begin(attune);
    await attune.button('I notice craving').click();
  },
  Stopped: stop,
  'Rate again': async (attune) => {
    await stop(attune);
    await attune.button('Finish here').click();
  },
  After: end,
  'Delete?': async (attune) => {
    await end(attune);
    await attune.page.getByRole('button', { name: 'Delete this session' }).click();
  },
  'Past session': async (attune) => {
    await end(attune);
    await go(attune, '/');
    await attune.page.locator('.past-item').first().click();
  },
  Help: async (attune) => {
    await go(attune, '/#/help');
  },
  'Learn from my ratings': async (attune) => {
    await go(attune, '/#/learning');
    await attune.page.getByRole('switch', { name: 'Learn from my ratings' }).click({ force: true });
  },
  'Your resting heart': async (attune) => {
    await go(attune, '/#/rest');
    await expect(attune.page.getByRole('heading', { name: 'Your resting heart' })).toBeVisible();
  },
  'Limits and learning': async (attune) => {
    await go(attune, '/#/dosing');
    await attune.page.getByRole('switch', { name: 'Let the music learn' }).click({ force: true });
  },
};

async function begin(attune: AttunePage): Promise<void> {
  await attune.source('Try it with a recorded heart').click();
  await attune.begin();
}

async function stop(attune: AttunePage): Promise<void> {
  await begin(attune);
  await attune.button('Stop').click();
}

async function end(attune: AttunePage): Promise<void> {
  await begin(attune);
  await attune.finish();
}

async function go({ page }: AttunePage, to: string): Promise<void> {
  await page.goto(new URL(to, page.url()).href);
}

test.describe('axe finds nothing, light and dark, small and large, on', () => {
  for (const [name, reach] of Object.entries(screens))
    test(name, async ({ attune, page }) => {
      await reach(attune);
      await checkScreen(page);
    });
});

/** Presses Tab until the focus is on the control. */
async function tabTo(control: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await control.page().keyboard.press('Tab');
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${control.toString()}`);
}

test('a session can be had from start to end by keyboard alone', async ({ attune, page, sound }) => {
  await tabTo(page.getByRole('link', { name: 'Begin a session' }));
  await page.keyboard.press('Enter');
  await expect(attune.heading).toBeFocused();
  await tabTo(attune.source('No strap'));
  await page.keyboard.press('Enter');
  await expect(attune.heading).toHaveText('Before you begin');
  await expect(attune.heading).toBeFocused();
  await tabTo(page.getByRole('slider', { name: 'How strong is the craving?' }));
  await page.keyboard.press('End');
  await tabTo(attune.button('Begin'));
  await page.keyboard.press('Enter');
  await expect(attune.playing).toBeVisible();
  await sound.heard(1);
  await tabTo(attune.button('Calmer'));
  await page.keyboard.press('Space');
  await expect(attune.why).toHaveText('You asked for calmer.');
  await tabTo(page.locator('summary', { hasText: 'Look closer' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Last decisions')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(attune.heading).toHaveText('Stopped.');
  await expect(attune.heading).toBeFocused();
  await tabTo(attune.button('Finish here'));
  await page.keyboard.press('Enter');
  await tabTo(page.getByRole('slider', { name: 'How strong is the craving now?' }));
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await tabTo(attune.button('Keep this and finish'));
  await page.keyboard.press('Enter');
  await expect(attune.heading).toHaveText('Thank you for taking this time.');
});
