import type { Locator, Page } from '@playwright/test';
import type { ActivityNoted, SessionEvent } from '../../engine/index.ts';
import { axeFindings } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { checkedLog } from './support/log-checks.ts';
import { photograph } from './support/photograph.ts';

/** The families, by language: their names, and a script of each with its first part. */
const FAMILIES = {
  en: [
    ['Urge surfing', 'SOBER, the short form', 'Stop'],
    ['Guided relaxation', 'Short, also sitting', 'Arriving'],
    ['Mindful listening', 'With open eyes', 'Looking'],
    ['After a hard hour', 'Back here through sound', 'Here'],
  ],
  de: [
    ['Wellenreiten bei Verlangen', 'SOBER, die kurze Form', 'Innehalten'],
    ['Geführte Entspannung', 'Kurz, auch im Sitzen', 'Ankommen'],
    ['Achtsames Hören', 'Mit offenen Augen', 'Schauen'],
    ['Nach einer schweren Stunde', 'Mit Klang zurück ins Hier', 'Hier'],
  ],
} as const;

const sentence = (page: Page) => page.getByTestId('sentence');
const card = (page: Page, title: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${title}`) });
const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Axe over the screen as it is, on a phone and on a desk, and no sideways scrolling at 320 px. */
async function check(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await axeFindings(page), `${name}, ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await sideways(page), `${name} at 320 px`).toBe(0);
}

for (const language of ['en', 'de'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ locale: language === 'en' ? 'en-GB' : 'de-DE' });

    for (const [family, script, first] of FAMILIES[language])
      test(`“${family}” offers its scripts, leads through one and asks at its end`, async ({
        attune,
        page,
      }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await page.getByRole('link', { name: new RegExp(`^${family}`) }).click();
        await expect(attune.heading).toHaveText(family);
        await expect(page.locator('.script-card')).toHaveCount(3);
        await check(page, 'door');
        await photograph(page, `script-door-${language}-${first}`);
        await card(page, script).click();
        await expect(attune.heading).toHaveText(first);
        await expect(sentence(page)).not.toBeEmpty();
        await check(page, 'guided');
        await photograph(page, `script-${language}-${first}`);
        for (let presses = 0; (await page.locator('.script').count()) > 0 && presses < 12; presses++)
          await page.keyboard.press('ArrowRight');
        await expect(page.locator('.closing')).toBeVisible();
        await check(page, 'question');
      });
  });

test('urge surfing draws the wave of the ratings, and they are the session’s own', async ({
  attune,
  browser,
  page,
  server,
  sound,
}) => {
  await page.getByRole('link', { name: /^Urge surfing/ }).click();
  await card(page, 'The wave').click();
  await sound.heard(2);
  const wave = page.locator('.wave-picture');
  await expect(wave).toHaveAccessibleName('Your wave is drawn here from what you say.');
  await expect(sentence(page)).toHaveText('There is a craving. How strong is it now?');
  await page.getByRole('button', { name: '60', exact: true }).click();
  await expect(page.getByText('60 is noted.')).toBeVisible();
  await expect(page.locator('.tap-scale')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: '90', exact: true }).click();
  await expect(wave).toHaveAccessibleName('Your wave so far: 60, 90 of 100.');
  await expect(sentence(page)).toHaveText('It grows. Waves do that before they break.');
  await page.keyboard.press('ArrowRight');
  await attune.button('Pass over').click();
  await expect(page.locator('.tap-scale')).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: '90', exact: true }).click();
  // High ratings are what it is for: the music goes on.
  await sound.heard(1);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(attune.heading).toHaveText('And at the end: how strong is it now?');
  await page.getByRole('button', { name: '20', exact: true }).click();
  await attune.button('End the music').click();
  await page.getByRole('link', { name: 'Look at this session' }).click();
  const events = await checkedLog(attune, { server, browser });
  const of = <T extends SessionEvent['type']>(type: T) =>
    events.filter((event): event is typeof event & Extract<SessionEvent, { type: T }> => event.type === type);
  expect(of('rating').map(({ value, moment }) => [value, moment])).toEqual([
    [60, 'before'],
    [90, 'during'],
    [90, 'during'],
    [20, 'after'],
  ]);
  expect(of('activity').map(({ what, details }: ActivityNoted) => [what, details])).toContainEqual([
    'script-begun',
    { script: 'wave' },
  ]);
});

test('a whole script is had by keyboard alone, and Esc silences it at once', async ({
  attune,
  page,
  sound,
}) => {
  const tabTo = async (control: Locator): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if (await control.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`Tab does not lead to ${control.toString()}`);
  };
  await tabTo(page.getByRole('link', { name: /^Urge surfing/ }));
  await page.keyboard.press('Enter');
  await tabTo(card(page, 'SOBER'));
  await page.keyboard.press('Enter');
  await expect(attune.heading).toHaveText('Stop');
  await expect(attune.heading).toBeFocused();
  await sound.heard(1);
  await page.keyboard.press('Escape');
  await expect(attune.heading).toHaveText('Stopped.');
  expect(await sound.lastAfterPress()).toBeLessThan(300);
  await tabTo(attune.button('Go on'));
  await page.keyboard.press('Enter');
  for (const part of ['Observe', 'Breathe', 'Expand', 'Respond']) {
    await page.keyboard.press('ArrowRight');
    await expect(attune.heading).toHaveText(part);
  }
  await page.keyboard.press('ArrowRight');
  await tabTo(page.getByRole('button', { name: '30', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(attune.button('End the music'));
  await page.keyboard.press('Enter');
  await expect(attune.heading).toHaveText('Thank you for taking this time.');
});

test('the words are read by a voice of this device and no other, and Stop silences it', async ({
  attune,
  page,
}) => {
  await page.addInitScript(() => {
    const spoken: { text: string; voice: string }[] = [];
    const voices = [
      { lang: 'en-US', localService: false, default: true, name: 'elsewhere' },
      { lang: 'en-GB', localService: true, default: false, name: 'here' },
    ];
    const speech = {
      getVoices: () => voices,
      speak: (one: { text: string; voice: { name: string } }) =>
        void spoken.push({ text: one.text, voice: one.voice.name }),
      cancel: () => void spoken.push({ text: '(hush)', voice: '' }),
      addEventListener: () => undefined,
    };
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    Object.assign(window, { spoken });
  });
  await attune.open();
  await page.getByRole('link', { name: /^Mindful listening/ }).click();
  await page.getByRole('switch', { name: 'Read the words aloud' }).click({ force: true });
  await card(page, 'One sound at a time').click();
  await expect(sentence(page)).toHaveText('Sit, stand or lie, as it suits you.');
  const spoken = () => page.evaluate(() => (window as unknown as { spoken: unknown[] }).spoken);
  await expect.poll(spoken).toContainEqual({ text: 'Sit, stand or lie, as it suits you.', voice: 'here' });
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await spoken()).at(-1)).toEqual({ text: '(hush)', voice: '' });
});

test('without a voice of its own a browser says so, and nothing is spoken', async ({ attune, page }) => {
  await page.getByRole('link', { name: /^After a hard hour/ }).click();
  await expect(attune.heading).toHaveText('After a hard hour');
  await expect(page.getByText('This browser has no English voice of its own')).toBeVisible();
});
