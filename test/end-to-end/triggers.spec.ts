import type { Page } from '@playwright/test';
import { axeFindings } from './support/axe.ts';
import { expect, test } from './support/fixtures.ts';
import { photograph } from './support/photograph.ts';

const WORDS = {
  en: {
    ...{ title: 'What pulls at you', songs: 'Which songs pull at you?', song: 'Song', add: 'Add' },
    ...{ on: 'Done here. Next: Artists', list: 'What Attune will never play', apply: 'Put this in force' },
    ...{ two: '2 things will never play.', unchanged: 'All of this is in force. Nothing would change.' },
    ...{ undo: 'Take that back', genre: 'Kind of music' },
    ...{ use: 'Use', before: 'The time before', sheet: 'Notes on music', one: '1 thing will never play.' },
  },
  de: {
    ...{ title: 'Was an dir zieht', songs: 'Welche Lieder ziehen an dir?', song: 'Lied', add: 'Dazunehmen' },
    ...{
      on: 'Hier fertig. Weiter: Künstler',
      list: 'Was Attune nie spielen wird',
      apply: 'So gelten lassen',
    },
    ...{ two: '2 werden nie gespielt.', unchanged: 'All das gilt schon. Es würde sich nichts ändern.' },
    ...{ undo: 'Zurücknehmen', genre: 'Musikrichtung' },
    ...{
      use: 'An Konsum',
      before: 'An die Zeit davor',
      sheet: 'Notizen zur Musik',
      one: '1 wird nie gespielt.',
    },
  },
} as const;

/** Axe over the screen as it is, on a phone and on a desk, and no sideways scrolling at 320 px. */
async function check(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await axeFindings(page), `${name}, ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `${name} at 320 px`).toBe(0);
}

for (const language of ['en', 'de'] as const)
  test.describe(`in ${language}`, () => {
    test.use({ locale: language === 'en' ? 'en-GB' : 'de-DE' });
    const words = WORDS[language];

    test('what pulls is named in pieces, left and taken up, shown, put in force and taken back', async ({
      attune,
      page,
    }) => {
      const go = (to: string) => page.goto(new URL(`/#${to}`, page.url()).href);
      const name = async (field: string, text: string, strength: string, memory: string): Promise<void> => {
        await page.getByLabel(field, { exact: true }).fill(text);
        await page.getByRole('radio', { name: strength, exact: true }).check({ force: true });
        await page.getByRole('radio', { name: memory, exact: true }).check({ force: true });
        await attune.button(words.add).click();
        await expect(page.locator('.line-name', { hasText: text })).toBeVisible();
      };
      await go('/music');
      await go('/triggers');
      await expect(attune.heading).toHaveText(words.title);
      await check(page, 'parts');
      await photograph(page, `pulls-${language}`);
      await go('/triggers/song');
      await expect(attune.heading).toHaveText(words.songs);
      await name(words.song, 'Blue Corner', '8', words.use);
      await name(words.song, 'First Summer', '7', words.before);
      await check(page, 'songs');
      await photograph(page, `pulls-songs-${language}`);
      await attune.button(words.on).click();

      // Left here, and taken up in another visit.
      await page.reload();
      await go('/triggers/genre');
      await name(words.genre, 'Techno', '10', words.use);
      await go('/triggers/never');
      await expect(attune.heading).toHaveText(words.list);
      await expect(page.getByTestId('never-changes')).toHaveText(words.two);
      await expect(page.getByRole('checkbox', { name: 'First Summer' })).not.toBeChecked();
      await check(page, 'list');
      await photograph(page, `never-${language}`);
      await attune.button(words.apply).click();
      await expect(page.getByTestId('never-changes')).toHaveText(words.unchanged);
      await attune.button(words.undo).click();
      await expect(page.getByTestId('never-changes')).toHaveText(words.two);
      await page.getByRole('checkbox', { name: 'Blue Corner' }).click();
      await expect(page.getByTestId('never-changes')).toHaveText(words.one);
      await attune.button(words.apply).click();
      await expect(page.getByTestId('never-changes')).toHaveText(words.unchanged);

      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('.triggers-sheet')).toContainText('Techno');
      await expect(page.locator('#content')).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
    });
  });

test('what was written stands nowhere in the browser in plain words, but for what is in force', async ({
  attune,
  page,
}) => {
  await page.goto(new URL('/#/triggers/person', page.url()).href);
  await page.getByLabel('Person', { exact: true }).fill('Canarybird Quill');
  await attune.button('Add').click();
  await expect(page.locator('.line-name', { hasText: 'Canarybird Quill' })).toBeVisible();
  const found = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no reason given'));
      });
    let text = JSON.stringify(Object.entries(localStorage));
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      for (const store of database.objectStoreNames) {
        const rows: unknown[] = await done(database.transaction(store).objectStore(store).getAll());
        text += JSON.stringify(rows, (_, value: unknown) =>
          value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
        );
      }
      database.close();
    }
    return text.includes('Canarybird') || text.includes('Quill');
  });
  expect(found).toBe(false);
});
