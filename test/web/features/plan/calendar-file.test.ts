import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../../../web/features/plan/calendar-file.ts';
import { EMPTY_PLAN } from '../../../../web/features/plan/plan.ts';
import { remindersOf } from '../../../../web/features/plan/reminders.ts';

/** A Tuesday. */
const NOW_MS = new Date(2026, 10, 24, 9).getTime();
const written = (title: string): string => {
  let made = 0;
  return calendarFile({
    title,
    reminders: [{ days: [0, 2, 4], atMin: 17 * 60 + 5, minutes: 15 }],
    nowMs: NOW_MS,
    newId: () => `id-${made++}`,
  });
};
/** Lines put together again where they were folded. */
const linesOf = (file: string): readonly string[] => file.replaceAll('\r\n ', '').split('\r\n');

describe('calendarFile', () => {
  it('has an event each week by the clock on the wall, with an alarm, from the first of its days on', () => {
    expect(linesOf(written('Time for me'))).toEqual(
      expect.arrayContaining([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'BEGIN:VEVENT',
        'UID:id-0',
        'DTSTART:20261125T170500',
        'DTEND:20261125T172000',
        'RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR',
        'SUMMARY:Time for me',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
      ]),
    );
    expect(written('Time for me')).toMatch(/^TRIGGER:-?PT0S\r$/m);
  });

  it('ends every line as the standard wants, and folds what is longer than 75 bytes', () => {
    const file = written(`Zeit für mich, ${'ü'.repeat(80)}; ja\\nein`);
    expect(file.split('\r\n').join('')).not.toContain('\n');
    for (const line of file.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(linesOf(file)).toContain(`SUMMARY:Zeit für mich\\, ${'ü'.repeat(80)}\\; ja\\\\nein`);
  });

  it('has the day of the next look at the plan, once, at ten', () => {
    const ids = ['a'].values();
    const file = calendarFile({
      ...{ title: 'Time for me', reminders: [], nowMs: NOW_MS, newId: () => ids.next().value! },
      reviewMs: new Date(2026, 11, 24).getTime(),
    });
    expect(linesOf(file)).toEqual(
      expect.arrayContaining(['DTSTART:20261224T100000', 'DTEND:20261224T103000', 'BEGIN:VALARM']),
    );
    expect(file).not.toContain('RRULE');
  });

  it('says nothing of what it is for', () => {
    expect(written('Time for me')).not.toMatch(/attune|music|rhythm|session|craving|recovery/i);
  });
});

describe('remindersOf', () => {
  const plannables = [{ id: 'rhythm', to: '/rhythm', minutes: 15 }] as const;
  const planned = [
    { activity: 'rhythm', days: [0], atMin: 17 * 60 },
    { activity: 'company', days: [1] },
    { activity: 'writing', days: [2], atMin: 23 * 60 },
    { activity: 'session', days: [], atMin: 600 },
  ] as const;

  it('reminds of what has days and a time, and counts what has no time', () => {
    expect(remindersOf({ ...EMPTY_PLAN, planned }, plannables)).toEqual({
      reminders: [
        { days: [0], atMin: 1020, minutes: 15 },
        { days: [2], atMin: 1380, minutes: 30 },
      ],
      timeless: 1,
      quiet: 0,
    });
  });

  it('leaves out what falls in the quiet hours, and counts it', () => {
    const quiet = { fromMin: 22 * 60, toMin: 7 * 60 };
    expect(remindersOf({ ...EMPTY_PLAN, planned, quiet }, plannables)).toMatchObject({
      reminders: [{ atMin: 1020 }],
      quiet: 1,
    });
  });
});
