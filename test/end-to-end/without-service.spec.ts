import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './support/fixtures.ts';
import { SCREENS } from './support/screens.ts';

const go = async (page: Page, to: string): Promise<void> => {
  await page.evaluate((address) => (location.hash = address), to);
};
const fill = (page: Page, name: string | RegExp, text: string): Promise<void> =>
  page.getByRole('textbox', { name }).first().fill(text);

/** What a screen says whose code, or whose data, did not come. */
const MISSING = /could not be (loaded|read|fetched|shown)|\btry again\b/i;

/** One page, cut off once everything is kept: no service, no network, and opened anew. */
test('everything that one person does alone works once the service is gone, and is still there afterwards', async ({
  attune,
  page,
  server,
  sound,
}) => {
  await attune.cutOff();
  await attune.drawn();

  await test.step('every screen opens, and none of them says that something is missing', async () => {
    for (const address of SCREENS) {
      await go(page, address === '/' ? '/help' : '/');
      await attune.heading.evaluate((heading) => heading.setAttribute('data-before', ''));
      await go(page, address);
      await expect(page.locator('h1:not([data-before])').first(), address).not.toHaveText('');
      await expect(page.getByRole('main'), address).not.toContainText(MISSING);
    }
  });

  await test.step('a script leads, with music', async () => {
    await go(page, '/do/urge-surfing');
    await page.getByRole('main').getByRole('button').first().click();
    await sound.heard(1);
    await page.keyboard.press('Escape');
    await sound.silent(1);
  });

  await test.step('music is heard, and Stop ends it', async () => {
    await go(page, '/');
    await attune.cravingNow();
    await sound.heard(2);
    await attune.finish();
    await expect(attune.saved).toHaveText('Saved here');
  });

  await test.step('breathing is guided', async () => {
    await go(page, '/do/breathing');
    await expect(page.getByRole('main').getByRole('button').first()).toBeVisible();
  });

  await test.step('the journal keeps, finds and marks', async () => {
    await go(page, '/write/journal/new');
    await fill(page, 'Your text', 'They played Harbour and I walked home');
    await expect(page.getByTestId('keeping')).toHaveText('Kept on this device.');
    await attune.button('Harbour').click();
    await attune.button('a song').click();
    await attune.button('Done').click();
    await page.getByRole('searchbox').fill('harb');
    await expect(page.getByRole('link', { name: /Harbour/ })).toBeVisible();
  });

  await test.step('what was marked is suggested to the list of what pulls', async () => {
    await go(page, '/triggers/song');
    await page.getByRole('button', { name: 'Add “Harbour”' }).click();
    await expect(page.getByRole('region', { name: 'Named so far' })).toContainText('Harbour');
  });

  await test.step('a song has its rhymes', async () => {
    await go(page, '/songs');
    await page.getByRole('button', { name: /^Now, then/ }).click();
    const now = page.getByRole('region', { name: 'Where I am', exact: true });
    await now.getByRole('textbox').fill('canary morning light');
    await now.getByRole('button', { name: 'Rhymes with “light”' }).first().click();
    await expect(now.getByRole('region', { name: 'Rhymes', exact: true })).toContainText('night');
  });

  await test.step('the pulse is practised', async () => {
    await go(page, '/rhythm/practice');
    await attune.button('Begin').click();
    await expect(page.getByRole('button', { name: /^Tap here/ })).toBeVisible();
    await expect.poll(() => sound.level(2)).toBeGreaterThan(0.0001);
    await page.keyboard.press('Escape');
  });

  await test.step('the plan is kept, and gives its file for the calendar', async () => {
    await go(page, '/plan');
    await attune.button('Rhythm').click();
    await page.getByLabel('Rhythm: At').fill('17:00');
    await fill(page, 'Goal 1', 'sleep again');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      attune.button('Save the calendar file').click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('BEGIN:VEVENT');
  });

  await test.step('a questionnaire is answered', async () => {
    await go(page, '/progress/questions');
    await page.getByRole('link', { name: /PHQ-2/ }).click();
    const answers = page.getByRole('radio', { name: 'Not at all' });
    await expect(answers).toHaveCount(2);
    for (const answer of await answers.all()) await answer.check({ force: true });
    await attune.button('Keep my answers').click();
    await expect(page.getByText(/0, on a scale from 0 to 6/).first()).toBeVisible();
  });

  await test.step('cards are found, and a list of places to call is there', async () => {
    await go(page, '/learn/cards');
    await page.getByRole('searchbox').fill('lonel');
    await expect(page.getByRole('link', { name: /Loneliness is common here/ })).toBeVisible();
    await go(page, '/help');
    await expect(page.getByRole('link', { name: /^Call Emergency/ })).toBeVisible();
  });

  await test.step('everything goes into one file', async () => {
    await go(page, '/settings');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Make the file', exact: true }).click(),
    ]);
    const inside = Object.keys(unzipSync(await readFile(await download.path())));
    for (const folder of ['journal', 'plan', 'songs', 'music-notes', 'sessions'])
      expect(
        inside.filter((path) => path.startsWith(`${folder}/`)),
        folder,
      ).not.toEqual([]);
  });

  await test.step('and once the service is back, the session arrives there whole, once', async () => {
    await server.restart();
    await page.context().setOffline(false);
    await page.reload();
    await expect
      .poll(() => server.storedEvents().filter((text) => /"type":"session-ended"/.test(text)).length)
      .toBe(2);
    const starts = server.storedEvents().filter((text) => /"type":"session-started"/.test(text));
    expect(new Set(starts).size).toBe(starts.length);
    await go(page, '/write/journal');
    await expect(page.getByRole('link', { name: /Harbour/ })).toBeVisible();
  });
});
