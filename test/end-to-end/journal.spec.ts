import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { checkAsItIs } from './support/check-screen.ts';
import { expect, test } from './support/fixtures.ts';

const DAY_MS = 86_400_000;

/** The words that a walk needs, in both languages. */
const SAID = {
  en: {
    text: 'Your text',
    kept: 'Kept on this device.',
    done: 'Done',
    feeling: 'lonely',
    kind: 'a song',
    begun: 'begun',
    remove: 'Delete this entry',
    undo: 'Put it back',
    removed: 'The entry is deleted.',
    heavy: 'How heavy does it feel now?',
    show: 'Show it',
    now: 'How does it feel now?',
    answer: 'Answer',
    lighter: 'Then: 60 of 100. Now: 10 of 100. It looks lighter than then. That can have many reasons.',
    search: 'Search in what you wrote',
  },
  de: {
    text: 'Dein Text',
    kept: 'Auf diesem Gerät aufbewahrt.',
    done: 'Fertig',
    feeling: 'einsam',
    kind: 'ein Lied',
    begun: 'angefangen',
    remove: 'Diesen Eintrag löschen',
    undo: 'Zurückholen',
    removed: 'Der Eintrag ist gelöscht.',
    heavy: 'Wie schwer fühlt es sich jetzt an?',
    show: 'Zeigen',
    now: 'Wie fühlt es sich jetzt an?',
    answer: 'Antworten',
    lighter:
      'Damals: 60 von 100. Jetzt: 10 von 100. Es sieht leichter aus als damals. Das kann viele Gründe haben.',
    search: 'Suche in dem, was du geschrieben hast',
  },
} as const;

async function write(page: Page, text: string, said: (typeof SAID)['en' | 'de']): Promise<void> {
  await page.evaluate(() => (location.hash = '/write/journal/new'));
  await page.getByRole('textbox', { name: said.text }).fill(text);
  await expect(page.getByTestId('keeping')).toHaveText(said.kept);
}

for (const [language, width] of [
  ['en', 1280],
  ['de', 360],
] as const)
  test.describe(`in ${language} at ${width} px`, () => {
    test.use({ locale: language, viewport: { width, height: 800 } });

    test('is written first, sorted later, found, taken back and met again', async ({ attune, page }) => {
      const said = SAID[language];
      await attune.drawn();
      await write(page, 'They played Blue Harbour, and I walked home.', said);

      // The tab dies in the middle: what was typed is there, and said to be begun.
      await page.reload();
      await page.evaluate(() => (location.hash = '/write/journal'));
      await expect(page.getByText(said.begun)).toBeVisible();
      await page.getByRole('link', { name: /Blue Harbour/ }).click();

      // The wheel by keyboard alone: one stop, arrows, Space.
      const feeling = page.getByRole('checkbox', { name: said.feeling });
      await page.getByRole('checkbox').first().focus();
      for (let i = 0; i < 13; i++) await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Space');
      await expect(feeling).toBeChecked();
      await page.getByRole('button', { name: 'Blue', exact: true }).click();
      await page.getByRole('button', { name: 'Harbour', exact: true }).click();
      await page.getByRole('button', { name: said.kind, exact: true }).click();
      await expect(page.getByRole('button', { name: `Harbour, ${said.kind}` })).toBeVisible();
      await page.getByRole('slider', { name: said.heavy }).focus();
      for (let i = 0; i < 60; i++) await page.keyboard.press('ArrowRight');
      await checkAsItIs(page);
      await page.setViewportSize({ width, height: 800 });
      await page.getByRole('button', { name: said.done }).click();

      await page.getByRole('searchbox', { name: said.search }).fill('harb');
      await expect(page.getByRole('link', { name: /Blue Harbour/ })).toBeVisible();
      await page.getByRole('link', { name: /Blue Harbour/ }).click();
      await page.getByRole('button', { name: said.remove }).click();
      await expect(page.getByText(said.removed)).toBeVisible();
      await expect(page.getByRole('link', { name: /Blue Harbour/ })).toHaveCount(0);
      await page.getByRole('button', { name: said.undo }).click();
      await expect(page.getByRole('link', { name: /Blue Harbour/ })).toBeVisible();

      await page.addInitScript((laterMs) => {
        Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + laterMs });
      }, 15 * DAY_MS);
      await page.reload();
      await page.getByRole('button', { name: said.show }).click();
      await expect(page.getByText('60')).toHaveCount(0);
      await page.getByRole('slider', { name: said.now }).focus();
      for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight');
      await page.getByRole('button', { name: said.answer }).click();
      await expect(page.getByText(said.lighter)).toBeVisible();
      await checkAsItIs(page);
    });
  });

test('asks for the words before the fifth entry, opens by them, and puts a copy in on a fresh profile', async ({
  attune,
  page,
  browser,
  server,
}) => {
  await attune.drawn();
  for (let i = 1; i <= 4; i++) {
    await write(page, `entry number ${i}`, SAID.en);
    await attune.button('Done').click();
    await expect(attune.heading).toHaveText('Journal');
  }
  await page.getByRole('main').getByRole('link', { name: 'Write', exact: true }).click();
  await expect(attune.heading).toHaveText('Before your next entry');
  // Whoever needs to write now may, and nothing of it is kept before.
  await attune.button('I need to write now').click();
  await page.getByRole('textbox', { name: 'A loose leaf' }).fill('it could not wait');
  await expect(page.getByTestId('keeping')).toHaveCount(0);
  await attune.button('Show the words').click();
  const words = page.locator('.phrase li');
  await expect(words).toHaveCount(12);
  const phrase = await words.allTextContents();
  await checkAsItIs(page);
  await attune.button('I have them on paper: try three').click();
  await expect(page.locator('.phrase')).toHaveCount(0);
  const asked = page.getByRole('textbox', { name: /^Word \d+$/ });
  await expect(asked).toHaveCount(3);
  for (const field of await asked.all()) {
    const place = Number(
      (await field.evaluate((one: HTMLInputElement) => one.labels![0]!.textContent)).slice(5),
    );
    await field.fill(phrase[place - 1]!);
  }
  await attune.button('Check').click();
  await expect(page.getByRole('textbox', { name: 'Your text' })).toHaveValue('it could not wait');
  await expect(page.getByTestId('keeping')).toHaveText(SAID.en.kept);

  await page.evaluate(() => (location.hash = '/write/key'));
  const [download] = await Promise.all([page.waitForEvent('download'), attune.button('Save a copy').click()]);
  expect(download.suggestedFilename()).toMatch(/^attune-copy-\d{4}-\d\d-\d\d\.json$/);
  const copy = await readFile(await download.path());

  await attune.button('Set a passphrase').click();
  await page.getByLabel('New passphrase').fill('four quiet words here');
  await page.getByLabel('The same again').fill('four quiet words here');
  await attune.button('Keep it').click();
  await attune.button('Lock now').click();
  await page.reload();
  await page.getByText('Passphrase forgotten?').click();
  await page.getByLabel('Twelve words', { exact: true }).fill(phrase.join(' '));
  await checkAsItIs(page);
  await attune.button('Open with twelve words').click();
  await expect(attune.button('Lock now')).toBeVisible();

  const other = await browser.newContext();
  const fresh = await other.newPage();
  await fresh.goto(`${server.url}/#/write/key`);
  await fresh.getByText('Put a copy in').click();
  await fresh
    .getByLabel('The file')
    .setInputFiles({ name: 'copy.json', mimeType: 'application/json', buffer: copy });
  await fresh.getByLabel('Your twelve words').fill(phrase.join(' '));
  await fresh.getByRole('button', { name: 'Add it' }).click();
  await expect(fresh.getByText('5 things were added.')).toBeVisible();
  await fresh.evaluate(() => (location.hash = '/write/journal'));
  await expect(fresh.getByRole('link', { name: /entry number/ })).toHaveCount(4);
  await other.close();
});

test('is locked in every tab at once, and a session that ends asks for the passphrase first', async ({
  attune,
  page,
}) => {
  await attune.drawn();
  await write(page, 'something of today', SAID.en);
  await page.evaluate(() => (location.hash = '/write/key'));
  await attune.button('Set a passphrase').click();
  await page.getByLabel('New passphrase').fill('four quiet words here');
  await page.getByLabel('The same again').fill('four quiet words here');
  await attune.button('Keep it').click();
  await expect(attune.button('Lock now')).toBeVisible();
  const second = attune.on(await page.context().newPage());
  await second.open();
  await second.page.evaluate(() => (location.hash = '/write/journal'));
  await expect(second.page.getByRole('link', { name: /something of today/ })).toBeVisible();
  await attune.button('Lock now').click();
  await expect(second.page.getByLabel('Passphrase', { exact: true })).toBeVisible();
  await expect(second.page.getByText('something of today')).toHaveCount(0);

  await attune.cravingNow();
  await attune.finish();
  await page.getByLabel('Passphrase', { exact: true }).fill('four quiet words');
  await attune.button('Open').click();
  await expect(page.getByText('That is not the passphrase.')).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill('four quiet words here');
  await attune.button('Open').click();
  await page.getByRole('textbox', { name: 'Your text' }).fill('it was calm afterwards');
  await expect(page.getByTestId('keeping')).toHaveText('Kept on this device.');
  await second.page.getByRole('link', { name: /it was calm afterwards/ }).click();
  await expect(second.page.getByRole('textbox', { name: 'Your text' })).toHaveValue('it was calm afterwards');
});
