import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { axeFindings } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { LAUNCH } from './support/launch.ts';
import { writePulseFile } from './support/pulse-file.ts';

const FILE = join(tmpdir(), `attune-pulse-${process.pid}.y4m`);
const BPM = 72;

test.use({
  launchOptions: {
    ...LAUNCH,
    args: [
      ...LAUNCH.args!,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${FILE}`,
    ],
  },
});
test.beforeAll(() => writePulseFile(FILE, BPM));

test('a fingertip on the camera shows the pulse, and what is kept stands there afterwards', async ({
  attune,
  page,
  context,
}) => {
  await context.grantPermissions(['camera']);
  await page.goto(`${new URL(page.url()).origin}/#/pulse`);
  await expect(attune.heading).toHaveText('Pulse by camera');
  await attune.button('Use the camera').click();
  await expect(page.getByTestId('why')).toHaveText('Good. Keep still.');
  await expect(attune.button('Keep this pulse')).toBeDisabled();
  await expect(page.getByTestId('why')).toHaveText('A steady pulse.');
  const shown = Number((await page.locator('.pulse-number').textContent())!);
  expect(Math.abs(shown - BPM)).toBeLessThanOrEqual(3);
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1280, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.waitForFunction(
      (scheme) => document.documentElement.dataset['mantineColorScheme'] === scheme,
      colorScheme,
    );
    expect(await axeFindings(page), `${colorScheme} ${width}`).toEqual([]);
  }
  await attune.button('Keep this pulse').click();
  await expect(page.getByText(/^Kept: 7[0-4] beats a minute/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/^7[0-4] ± [1-3]$/)).toBeVisible();
});

test.describe('in German, on a phone', () => {
  test.use({ locale: 'de-DE', viewport: { width: 360, height: 740 } });

  test('a refused camera is said kindly, and nothing else is lost', async ({ attune, page, context }) => {
    await context.clearPermissions();
    await page.goto(`${new URL(page.url()).origin}/#/pulse`);
    await expect(attune.heading).toHaveText('Puls mit der Kamera');
    await attune.button('Kamera benutzen').click();
    await expect(page.getByRole('alert')).toContainText(
      'Die Kamera wurde nicht erlaubt, und das ist in Ordnung.',
    );
    await expect(attune.button('Noch einmal versuchen')).toBeEnabled();
    expect(await axeFindings(page)).toEqual([]);
    const [scrollWidth, clientWidth] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth] as const;
    });
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  });
});
