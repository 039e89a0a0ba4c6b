import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

/** The theme follows the system a moment after it changes, and colours may fade. */
async function setColorScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction(
    (scheme) =>
      document.documentElement.dataset['mantineColorScheme'] === scheme &&
      !document.getAnimations().some((animation) => animation instanceof CSSTransition),
    colorScheme,
  );
}

/** Axe over the screen as it is, light and dark, on a phone and on a laptop; and no sideways scrolling at 320 px. */
async function checkScreen(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await setColorScheme(page, colorScheme);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
      );
      expect(found, `${name}, ${colorScheme}, ${width} px`).toEqual([]);
    }
  await page.setViewportSize({ width: 320, height: 640 });
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, `${name} at 320 px`).toBe(0);
}

test('every screen passes axe, light and dark, small and large', async ({ attune, page }) => {
  await checkScreen(page, 'Today');
  await attune.source('Try it with a recorded heart').click();
  await page.getByText('Another kind').click();
  await checkScreen(page, 'Before');
  await attune.begin();
  await page.getByText('Look closer').click();
  await checkScreen(page, 'Session');
  await attune.button('I notice craving').click();
  await checkScreen(page, 'Session, craving noted');
  await attune.button('Stop').click();
  await checkScreen(page, 'Stopped');
  await attune.button('Finish here').click();
  await checkScreen(page, 'Rate again');
  await attune.button('Finish without rating').click();
  await checkScreen(page, 'After');
  await page.getByRole('button', { name: 'Delete this session' }).click();
  await checkScreen(page, 'Delete?');
  await page.goto(new URL('/#/help', page.url()).href);
  await checkScreen(page, 'Help');
  await page.goto(new URL('/#/learning', page.url()).href);
  await page.getByRole('switch', { name: 'Learn from my ratings' }).click({ force: true });
  await checkScreen(page, 'Learn from my ratings');
  await page.goto(new URL('/#/rest', page.url()).href);
  await expect(page.getByRole('heading', { name: 'Your resting heart' })).toBeVisible();
  await checkScreen(page, 'Your resting heart');
  await page.goto(new URL('/#/dosing', page.url()).href);
  await page.getByRole('switch', { name: 'Let the music learn' }).click({ force: true });
  await checkScreen(page, 'Limits and learning');
  await page.goto(new URL('/', page.url()).href);
  await page.locator('.past-item').first().click();
  await checkScreen(page, 'Past session');
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
