import { join } from 'node:path';
import type { Page } from '@playwright/test';

const folder = join(import.meta.dirname, '../../../docs/images');

/** Keeps the screen as `docs/images/NAME-WIDTH-SCHEME.png` where ATTUNE_SCREENSHOTS is set; otherwise does nothing. */
export async function photograph(page: Page, name: string): Promise<void> {
  if (!process.env['ATTUNE_SCREENSHOTS']) return;
  for (const [width, height] of [
    [1280, 800],
    [360, 760],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(1500); // charts are drawn anew, colours fade
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) });
    }
}
