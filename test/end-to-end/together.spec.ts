import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { checkAsItIs } from './support/check-screen.ts';
import { expect, test } from './support/fixtures.ts';

const SAID = {
  en: {
    add: 'Plan music in company',
    who: 'With whom',
    what: 'What you would hear, sing or play',
    time: 'Time, if it has one',
    keep: 'Keep it',
    was: 'It took place',
    waits: 'Music in company is planned for today, 23:59.',
    lonely: 'somewhat',
    answered: 'Answered for this month.',
    to: 'To (a first name is enough)',
    open: 'Say that I am changing something',
    more: /I am changing something in my life/,
    picture: 'Keep the picture',
    copy: 'Copy the text',
    copied: 'The text is copied.',
    helpline: /^Call National Gambling Helpline/,
    ready: 'I am ready',
    plays: 'It plays.',
  },
  de: {
    add: 'Musik in Gesellschaft planen',
    who: 'Mit wem',
    what: 'Was ihr hören, singen oder spielen wollt',
    time: 'Uhrzeit, wenn es eine gibt',
    keep: 'Behalten',
    was: 'Es hat stattgefunden',
    waits: 'Für heute, 23:59 Uhr, ist Musik in Gesellschaft geplant.',
    lonely: 'etwas',
    answered: 'Für diesen Monat beantwortet.',
    to: 'An (der Vorname genügt)',
    open: 'Sagen, dass ich etwas ändere',
    more: /Ich ändere gerade etwas in meinem Leben/,
    picture: 'Bild behalten',
    copy: 'Text kopieren',
    copied: 'Der Text ist kopiert.',
    helpline: /^Anrufen: Sucht & Drogen Hotline/,
    ready: 'Ich bin bereit',
    plays: 'Es spielt.',
  },
} as const;

const go = (page: Page, to: string): Promise<string> =>
  page.evaluate((address) => (location.hash = address), to);

for (const [language, width] of [
  ['en', 1280],
  ['de', 360],
] as const)
  test.describe(`in ${language} at ${width} px`, () => {
    test.use({
      ...{ locale: language, viewport: { width, height: 800 } },
      permissions: ['clipboard-read', 'clipboard-write'],
    });

    test('a meeting is planned, said on Today without a name, and took place', async ({ attune, page }) => {
      const said = SAID[language];
      await attune.drawn();
      await go(page, '/together/week');
      await page.getByRole('button', { name: said.add, exact: true }).click();
      await page.getByRole('textbox', { name: said.who }).fill('Samira');
      await page.getByRole('textbox', { name: said.what }).fill('Blue Harbour');
      await page.getByLabel(said.time).fill('23:59');
      await checkAsItIs(page);
      await page.getByRole('button', { name: said.keep }).click();
      await expect(page.getByRole('article', { name: 'Samira' })).toBeVisible();
      await page.getByRole('button', { name: said.lonely, exact: true }).click();
      await expect(page.getByText(said.answered)).toBeVisible();
      await checkAsItIs(page);

      await page.reload();
      await go(page, '/');
      await page.getByRole('link', { name: said.waits }).click();
      await expect(page.getByText('Samira')).toBeVisible();
      await page.getByRole('checkbox', { name: said.was }).check();
      await go(page, '/');
      await expect(attune.heading).not.toHaveText('');
      await expect(page.getByRole('link', { name: said.waits })).toHaveCount(0);
      // Neither who nor what stands readable in what the browser keeps.
      expect(await everythingKept(page)).not.toMatch(/Samira|Blue Harbour/);
    });

    test('a card says nothing more than is wanted', async ({ attune, page }) => {
      const said = SAID[language];
      await attune.drawn();
      await go(page, '/together/card');
      await page.getByRole('textbox', { name: said.to }).fill('Samira');
      await expect(page.getByRole('img', { name: /Samira/ })).toBeVisible();
      await expect(page.getByRole('img', { name: said.more })).toHaveCount(0);
      await page.getByRole('switch', { name: said.open }).check();
      await expect(page.getByRole('img', { name: said.more })).toBeVisible();
      await page.getByRole('switch', { name: said.open }).uncheck();
      await checkAsItIs(page);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: said.picture }).click();
      const picture = await readFile(await (await download).path());
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      expect(picture.readUInt32BE(16)).toBe(1080);
      await page.getByRole('button', { name: said.copy }).click();
      await expect(page.getByText(said.copied)).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Samira');
    });

    test('others are found, the own country first', async ({ attune, page }) => {
      await attune.drawn();
      await go(page, '/together/groups');
      await expect(page.getByRole('link', { name: SAID[language].helpline })).toBeVisible();
      await checkAsItIs(page);
    });
  });

test('two devices begin in the same minute, by the clock', async ({ attune, page, sound }) => {
  await page.clock.install();
  await page.reload();
  await attune.drawn();
  await go(page, '/together/listen');
  await expect(attune.button(SAID.en.ready)).toBeVisible();
  await checkAsItIs(page);
  await attune.button(SAID.en.ready).click();
  await expect(page.getByRole('timer')).toHaveText(/^[1-3]:\d\d$/);
  await page.clock.fastForward('03:00');
  await expect(page.getByText(SAID.en.plays)).toBeVisible();
  await sound.heard(1);
});

/** Every text in local storage and in the databases, as it stands there. */
const everythingKept = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error ?? new Error('the database fails'));
      });
    const kept: unknown[] = [Object.entries(localStorage)];
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name!));
      for (const store of database.objectStoreNames)
        kept.push(await asked(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(kept);
  });
