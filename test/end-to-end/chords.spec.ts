import { checkScreen } from './support/check-screen.ts';
import { microphoneThatHears } from './support/fake-microphone.ts';
import { expect, test } from './support/fixtures.ts';

/** An A string that is 20 cents flat, plucked again and again: what the microphone hears here. */
const RATE = 48_000;
const HZ = 110 * 2 ** (-20 / 1200);
const STRING = Float32Array.from({ length: 9 * RATE }, (_, i) => {
  const since = (i % (3 * RATE)) / RATE;
  const phase = (2 * Math.PI * HZ * i) / RATE;
  const wave = Math.sin(phase) + 0.6 * Math.sin(2 * phase) + 0.4 * Math.sin(3 * phase);
  return 0.25 * Math.exp(-since / 1.5) * wave;
});
test.use({ launchOptions: microphoneThatHears(STRING, RATE) });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 760 } });

  test('a song waits for each chord, is tuned for, and played by keyboard', async ({ attune, page }) => {
    await page.goto(`${new URL(page.url()).origin}/#/rhythm`);
    await page.getByRole('link', { name: /^First chords/ }).click();
    await page.getByText('Left-handed: diagrams mirrored').click();
    await page.getByRole('link', { name: /^Slow Rain/ }).click();
    await expect(attune.heading).toHaveText('Slow Rain');
    await attune.button('Begin').click();
    const now = page.getByTestId('chord-now');
    await expect(page.getByText('Play it, then go on.')).toBeVisible();
    await expect(now).toHaveText('Am');
    await page.keyboard.press('ArrowRight');
    await expect(now).toHaveText('Em');
    await page.getByTestId('key').selectOption('2');
    await expect(now).toHaveText('F♯m');
    await attune.button('Hear it with the microphone').click();
    // One string is no chord.
    await expect(page.getByTestId('heard')).toHaveText(/Too unclear to name/);
    await checkScreen(page);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('ear')).toHaveAttribute('data-is', 'off');

    await page.goto(`${new URL(page.url()).origin}/#/chords/tuner`);
    await attune.button('Listen').click();
    await expect(page.getByTestId('tuner-say')).toHaveText('A little higher.');
    const cents = Number(await page.locator('.tuner-dial').getAttribute('data-cents'));
    expect(Math.abs(cents + 20)).toBeLessThanOrEqual(3);
    // What was chosen is kept for the next visit.
    await page.reload();
    await page.goto(`${new URL(page.url()).origin}/#/chords`);
    await expect(page.getByRole('checkbox', { name: 'Left-handed: diagrams mirrored' })).toBeChecked();
  });
});

test.describe('auf Deutsch, das Mikrofon verwehrt', () => {
  test.use({ locale: 'de-DE' });

  test('wird ein Lied gesungen, und Esc beendet alles', async ({ attune, page, sound }) => {
    await page.goto(`${new URL(page.url()).origin}/#/sing/moon`);
    await expect(attune.heading).toHaveText('Der Mond ist aufgegangen');
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('refused', 'NotAllowedError'));
    });
    await attune.button('Meine Stimme zeigen').click();
    await expect(page.getByText(/^Kein Mikrofon, und das ist in Ordnung/)).toBeVisible();
    await attune.button('Singen').click();
    await expect(page.getByText('Sing, summe oder hör nur zu.')).toBeVisible();
    await expect.poll(() => sound.level(0.5)).toBeGreaterThan(0.001);
    await expect(page.getByTestId('line-now')).toContainText('goldnen');
    await page.keyboard.press('Escape');
    await expect(attune.button('Singen')).toBeVisible();
    await expect.poll(() => sound.level(0.5)).toBe(0);
    await checkScreen(page, [[1280, 'dark']]);
  });
});
