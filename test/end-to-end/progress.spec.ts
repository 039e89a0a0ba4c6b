import type { Page } from '@playwright/test';
import { checkAsItIs } from './support/check-screen.ts';
import { expect, test } from './support/fixtures.ts';

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

/** Twelve evenings with one piece, less craving in nine of them, as the outbox keeps sessions. */
const keepSessions = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // A store that is opened before the app has made it would be made without its tables.
    while (!(await indexedDB.databases()).some(({ name }) => name === 'attune'))
      await new Promise((later) => setTimeout(later, 50));
    const opened = indexedDB.open('attune');
    const database = await new Promise<IDBDatabase>((done) => {
      opened.onsuccess = () => done(opened.result);
    });
    const writing = database.transaction(['sessions', 'events'], 'readwrite');
    [-30, -25, -22, -20, -15, -14, -12, -10, -5, 3, 5, 8].forEach((by, i) => {
      const id = `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`;
      const startedAtMs = new Date(2026, 10, 1 + i, 20).getTime();
      writing.objectStore('sessions').put({
        ...{
          id,
          startedAtMs,
          protocol: 'craving-session',
          source: 'none',
          kept: 2,
          acknowledged: 2,
          known: 0,
        },
        ...{ upload: 'done', lastAtMs: startedAtMs + 600_000, before: 50, after: 50 + by, ended: 'finished' },
      });
      const events = [
        { type: 'decision', atMs: startedAtMs, module: 'wooden-boat', family: 'calming' },
        { type: 'session-ended', atMs: startedAtMs + 600_000, reason: 'finished' },
      ];
      events.forEach((event, seq) =>
        writing.objectStore('events').put({ session: id, seq, event: { ...event, seq } }),
      );
    });
    await new Promise((done) => {
      writing.oncomplete = done;
    });
    database.close();
  });

test.describe('at 1280 px', () => {
  test.use({ locale: 'en', viewport: { width: 1280, height: 800 } });

  test('what goes with less craving is said with its number, and stands on one page', async ({
    attune,
    page,
  }) => {
    await keepSessions(page);
    await page.reload();
    await attune.drawn();
    await goTo(page, '/progress');
    await expect(
      page.getByText('It looks like less craving after “Wooden boat”: 9 of 12. That could be chance.'),
    ).toBeVisible();
    await checkAsItIs(page);
    await goTo(page, '/progress/summary');
    await expect(page.getByRole('heading', { name: 'Summary' })).toBeVisible();
    await expect(page.getByText('12 sessions rated twice.')).toBeVisible();
    await checkAsItIs(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Print, or save as PDF' })).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Summary' })).toBeVisible();
    expect(await page.title()).toBe('Summary');
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});

test.describe('in German at 360 px', () => {
  test.use({ locale: 'de', viewport: { width: 360, height: 800 } });

  test('a questionnaire is filled in twice, leads to people, and can be deleted', async ({
    attune,
    page,
  }) => {
    await attune.drawn();
    await goTo(page, '/progress/questions');
    await expect(page.getByRole('heading', { name: 'Fragebögen' })).toBeVisible();
    await checkAsItIs(page);
    await page.getByRole('link', { name: /PHQ-2/ }).click();
    await page.getByRole('button', { name: 'Meine Antworten aufbewahren' }).click();
    await expect(page.getByText('Einige Fragen sind noch offen.')).toBeVisible();
    for (const answer of await page.getByRole('radio', { name: 'Beinahe jeden Tag' }).all())
      await answer.check();
    await checkAsItIs(page);
    await page.getByRole('button', { name: 'Meine Antworten aufbewahren' }).click();
    await expect(page.getByText('6, auf einer Skala von 0 bis 6')).toBeVisible();
    await expect(page.getByText('Das klingt nach schweren Wochen.')).toBeVisible();
    await checkAsItIs(page);
    await page.getByRole('button', { name: 'Noch einmal ausfüllen' }).click();
    const never = page.getByRole('radio', { name: 'Überhaupt nicht' });
    await expect(never).toHaveCount(2);
    for (const answer of await never.all()) await answer.check();
    await page.getByRole('button', { name: 'Meine Antworten aufbewahren' }).click();
    await expect(page.getByText('0, auf einer Skala von 0 bis 6')).toBeVisible();
    await expect(page.getByText('Das klingt nach schweren Wochen.')).toBeHidden();
    await page
      .getByRole('button', { name: /^Die Antworten vom .* löschen$/ })
      .first()
      .click();
    await expect(page.getByText('6, auf einer Skala von 0 bis 6')).toBeVisible();
    await goTo(page, '/progress/questions/k6');
    await expect(page.getByText('Eine offizielle deutsche Fassung war nicht zu finden')).toBeVisible();
    await expect(page.getByText('nervous?')).toBeVisible();
  });
});
