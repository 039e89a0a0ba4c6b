import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { readWav } from '../../web/features/songs/wav-file.ts';
import { checkScreen } from './support/check-screen.ts';
import { microphoneThatHears } from './support/fake-microphone.ts';
import { expect, test } from './support/fixtures.ts';
import type { AttunePage } from './support/attune-page.ts';

/** A voice of our own in the microphone: G3, swelling and falling. */
const RATE = 48_000;
const VOICE = Float32Array.from({ length: 12 * RATE }, (_, i) => {
  const phase = (2 * Math.PI * 196 * i) / RATE;
  const swell = 0.6 + 0.4 * Math.sin((2 * Math.PI * i) / (3 * RATE));
  return 0.2 * swell * (Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(3 * phase));
});
test.use({ launchOptions: microphoneThatHears(VOICE, RATE) });

const slot = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function beginSong({ page }: AttunePage, kind: RegExp): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/#/songs`);
  await page.getByRole('button', { name: kind }).click();
  await expect(page.locator('.song-slot')).toHaveCount(3);
}

/** Everything in the browser's own stores as one text. */
const storedText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no reason given'));
      });
    const found: unknown[] = [
      ...[localStorage, sessionStorage].map((store) => Object.entries(store)),
      ...[location.href, document.title],
    ];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name!));
      for (const table of database.objectStoreNames)
        found.push(await done(database.transaction(table).objectStore(table).getAll()));
      database.close();
    }
    const text = (value: unknown): unknown =>
      value instanceof Uint8Array || value instanceof ArrayBuffer
        ? new TextDecoder('latin1').decode(value)
        : value;
    return JSON.stringify(found, (_, value: unknown) => text(value));
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 760 } });

  test('a song is written by keyboard, rhymed, kept sealed, and waited for', async ({ attune, page }) => {
    await beginSong(attune, /^Now, then/);
    const now = slot(page, 'Where I am');
    await now.getByRole('textbox').focus();
    await page.keyboard.type('canary morning light');
    await expect(now.locator('.song-count').first()).toHaveText(/6 syllables/);
    await now.getByRole('button', { name: 'Rhymes with “light”' }).focus();
    await page.keyboard.press('Enter');
    const rhymes = now.getByRole('region', { name: 'Rhymes with light' });
    await expect(rhymes.getByRole('region', { name: 'Rhymes', exact: true })).toContainText('night');
    await rhymes.getByRole('button', { name: 'Put into the text: night', exact: true }).click();
    await expect(now.locator('textarea')).toHaveValue('canary morning light night');
    await expect(page.getByTestId('kept')).toHaveAttribute('data-kept', 'kept');

    await page.reload();
    await expect(slot(page, 'Where I am').getByRole('textbox')).toHaveValue('canary morning light night');
    expect(await storedText(page)).not.toContain('canary');
    await checkScreen(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      attune.button('ChordPro with chords').click(),
    ]);
    expect(file.suggestedFilename()).toBe('attune-song.cho');
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/\{start_of_verse: Where I am\}\n\[\w+\]canary/);

    await attune.button('Delete this song').click();
    await attune.button('Delete').click();
    await expect(page.getByText('The song is deleted.')).toBeVisible();
    await attune.button('Bring it back').click();
    await expect(page.getByRole('link', { name: /canary morning light night/ })).toBeVisible();
    await checkScreen(page);
  });
});

test('a take is recorded over the backing, kept sealed, heard, saved as sound, and Esc ends everything', async ({
  attune,
  page,
  sound,
}) => {
  await beginSong(attune, /^An apology/);
  await slot(page, 'What I do now').getByRole('textbox').fill('I will call on Sunday');
  const part = page.getByRole('region', { name: 'Sing it: What I do now' });
  await part.getByRole('button', { name: 'Practise' }).click();
  await expect(page.getByText('Playing.')).toBeVisible();
  await expect.poll(() => sound.level(0.5)).toBeGreaterThan(0.001);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Playing.')).toBeHidden();
  await expect.poll(() => sound.level(0.5)).toBe(0);

  await part.getByRole('button', { name: 'Record a take' }).click();
  await expect(page.getByText('Recording.')).toBeVisible();
  await sound.rendered(4);
  expect(await sound.level(0.5)).toBeGreaterThan(0.001);
  await attune.button('Finish and keep it').click();
  const take = part.getByRole('group', { name: 'Take 1' });
  await expect(take).toContainText('This one is heard in the song');
  await expect
    .poll(() => take.locator('.song-wave-sound').evaluate((path) => path.getBoundingClientRect().height))
    .toBeGreaterThan(8);
  await expect(take).toContainText('The microphone did not hear the count-in');

  await page.reload();
  await expect(take).toBeVisible();
  await checkScreen(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    attune.button('Save as sound (WAV)').click(),
  ]);
  const { channels, sampleRate } = readWav(new Uint8Array(readFileSync(await file.path())));
  // Eight bars of four at 76 a minute, twice the chorus alone, and the room after it.
  expect(channels[0]!.length / sampleRate).toBeGreaterThan(25);
  expect(channels.every((side) => side.some((x) => Math.abs(x) > 0.5))).toBe(true);
  // Its first line is sung anew, and that is taken back.
  await take.getByText('Sing some lines anew').click();
  await take.getByRole('button', { name: 'Sing these lines' }).click();
  const second = part.getByRole('group', { name: 'Take 2' });
  await expect(second).toContainText('Some lines of it were sung anew.');
  await expect(second).toContainText('This one is heard in the song');
  await second.getByRole('button', { name: 'Take it back' }).click();
  await expect(second).toBeHidden();
  await expect(take).toContainText('This one is heard in the song');
  await take.getByRole('button', { name: 'Delete' }).click();
  await expect(take).toBeHidden();
  await attune.button('Bring it back').click();
  await expect(take).toBeVisible();
});

test('the key that suits a voice is found by humming', async ({ attune, page }) => {
  await beginSong(attune, /^Now, then/);
  await attune.button('Find the key for my voice').click();
  await expect(page.getByText('E♭ major suits your voice.')).toBeVisible();
});

test('a lyric is asked questions; answers are kept, and the lyric is nowhere', async ({ attune, page }) => {
  await page.goto(`${new URL(page.url()).origin}/#/lyrics`);
  await page.getByLabel('Title').fill('A song of ours');
  await page
    .getByRole('textbox', { name: 'The lyric' })
    .fill('a canary sits in this line\n\nand sings in this');
  await attune.button('Mark lines').click();
  const line = page.getByRole('button', { name: 'a canary sits in this line' });
  await line.click();
  await expect(line).toHaveAttribute('aria-pressed', 'true');
  await checkScreen(page);
  await page.getByText('What does this person want?').first().click();
  await page.getByRole('textbox', { name: 'What does this person want?' }).fill('to be let out');
  await attune.button('Keep my answers').click();
  await expect(page.getByText('Your answers are kept.')).toBeVisible();
  expect(await storedText(page)).not.toContain('canary');

  await page.goto(`${new URL(page.url()).origin}/#/songs`);
  await expect(attune.heading).toHaveText('Songs');
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'The lyric' })).toHaveValue('');
  await page.getByText('A song of ours').click();
  await expect(page.getByText('to be let out')).toBeVisible();
  expect(await storedText(page)).not.toMatch(/canary|to be let out/);
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE', viewport: { width: 360, height: 760 } });

  test('ein Lied und die Fragen an einen Liedtext', async ({ attune, page }) => {
    await beginSong(attune, /^Jetzt, einmal/);
    const now = slot(page, 'Wo ich bin');
    await now.getByRole('textbox').fill('Ich bleibe heute hier, mein Glück');
    await expect(now.locator('.song-count').first()).toHaveText(/8 Silben/);
    await now.getByRole('button', { name: 'Glück' }).first().click();
    await expect(now.getByRole('region', { name: 'Reime auf glück' })).toContainText('Stück');
    await checkScreen(page);
    await page.goto(`${new URL(page.url()).origin}/#/lyrics`);
    await expect(attune.heading).toHaveText('Fragen an einen Liedtext');
    await checkScreen(page);
  });
});
