import { expect, type Page } from '@playwright/test';
import { axeFindings } from './axe.ts';

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

export type Look = readonly [width: number, colorScheme: 'light' | 'dark'];

const ALL_LOOKS: readonly Look[] = [
  [360, 'light'],
  [1280, 'light'],
  [360, 'dark'],
  [1280, 'dark'],
];

/**
 * Axe over the screen as it is, and no sideways scrolling at 320 px.
 *
 * @param looks absent: light and dark, on a phone and on a laptop
 */
export async function checkScreen(page: Page, looks = ALL_LOOKS): Promise<void> {
  // Its code may still be on its way.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const [width, colorScheme] of looks) {
    await page.setViewportSize({ width, height: 800 });
    await setColorScheme(page, colorScheme);
    expect(await axeFindings(page), `${colorScheme}, ${width} px`).toEqual([]);
  }
  await fitsNarrow(page);
}

/** The same of the screen in the look and size that it has, which it keeps. */
export async function checkAsItIs(page: Page): Promise<void> {
  expect(await axeFindings(page)).toEqual([]);
  const size = page.viewportSize()!;
  await fitsNarrow(page);
  await page.setViewportSize(size);
}

async function fitsNarrow(page: Page): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overhang, 'at 320 px').toBe(0);
}
