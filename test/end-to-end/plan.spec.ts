import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { checkAsItIs } from './support/check-screen.ts';
import { expect, test } from './support/fixtures.ts';

/** The words that a walk needs, in both languages. */
const SAID = {
  en: {
    ...{ session: 'Session', rhythm: 'Rhythm', at: 'At', done: 'Done today', goal: 'Goal 1' },
    ...{ evening: 'Evening session', minutes: '12 minutes.', begin: 'Begin' },
    ...{ save: 'Save the calendar file', about: 'Gambling', own: 'Your own word for it' },
    ...{ day: 'Which day', note: 'What you want to remember of it, if anything', keep: 'Note it down' },
    ...{
      noted: 'Noted so far',
      count: 'Count days for me',
      days: 'A first day, whatever was in it.',
      weeks: 'What you did, week by week',
    },
    ...{ oneOf: '1 of 3' },
  },
  de: {
    ...{ session: 'Sitzung', rhythm: 'Rhythmus', at: 'Um', done: 'Heute getan', goal: 'Ziel 1' },
    ...{ evening: 'Abendsitzung', minutes: '12 Minuten.', begin: 'Anfangen' },
    ...{ save: 'Kalenderdatei sichern', about: 'Glücksspiel', own: 'Dein eigenes Wort dafür' },
    ...{ day: 'An welchem Tag', note: 'Was du davon behalten willst, wenn überhaupt', keep: 'Notieren' },
    ...{
      noted: 'Bisher notiert',
      count: 'Tage für mich zählen',
      days: 'Ein erster Tag, was auch immer darin war.',
    },
    ...{ weeks: 'Was du getan hast, Woche für Woche', oneOf: '1 von 3' },
  },
} as const;

const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

for (const [language, width] of [
  ['en', 1280],
  ['de', 360],
] as const)
  test.describe(`in ${language} at ${width} px`, () => {
    test.use({ locale: language, viewport: { width, height: 800 } });

    test('a week is planned, offered on Today, taken to the calendar and seen in Progress', async ({
      attune,
      page,
    }) => {
      const said = SAID[language];
      await page.clock.setFixedTime(new Date(2026, 10, 27, 19, 30));
      await page.reload();
      await attune.drawn();
      await goTo(page, '/plan');
      await page.getByRole('button', { name: said.session, exact: true }).click();
      await page.getByRole('button', { name: said.rhythm, exact: true }).click();
      await page.getByLabel(`${said.session}: ${said.at}`).fill('20:00');
      const rhythm = page.getByRole('group', { name: said.rhythm });
      await rhythm.getByRole('button', { name: said.done }).click();
      await expect(rhythm.getByRole('button', { name: said.done })).toHaveAttribute('aria-pressed', 'true');
      await page.getByRole('textbox', { name: said.goal }).fill('sleep again');
      await page.keyboard.press('Enter');
      await page.getByText(said.about, { exact: true }).click();
      await page.getByRole('textbox', { name: said.own }).fill('fruit machines');
      await page.getByRole('textbox', { name: said.note }).fill('a quiet note');
      await page.getByRole('button', { name: said.keep, exact: true }).click();
      await expect(page.getByText(said.noted)).toBeVisible();
      await page.getByRole('switch', { name: said.count }).click();
      await expect(page.getByText(said.days)).toBeVisible();
      await checkAsItIs(page);

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: said.save }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('calendar.ics');
      const file = await readFile(await download.path(), 'utf8');
      expect(file).toContain('DTSTART:20261127T200000\r\n');
      expect(file).not.toMatch(/fruit|gambl|attune|rhythm|session/i);

      // What was planned is there in another life of the page.
      await goTo(page, '/');
      await page.reload();
      await attune.drawn();
      const next = page.getByRole('region', { name: said.evening });
      await expect(next.getByText(said.minutes)).toBeVisible();
      await expect(next.getByRole('link', { name: said.begin })).toBeVisible();
      await goTo(page, '/progress');
      await expect(page.getByRole('region', { name: said.weeks }).getByText(said.oneOf)).toBeVisible();
      expect(await page.title()).not.toMatch(/fruit|gambl/i);
      expect(page.url()).not.toMatch(/fruit|gambl/i);
    });
  });
