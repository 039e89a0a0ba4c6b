import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, dayAt, isDay, weekOf } from '../../../../web/features/together/week.ts';

const DAYS = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => dayAt(date.getTime()));

describe('weekOf', () => {
  it('begins on the Monday', () => {
    expect(weekOf('2026-11-27')).toEqual([
      ...['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28'],
      '2026-11-29',
    ]);
    expect(weekOf('2026-11-29')[0]).toBe('2026-11-23');
    expect(weekOf('2026-11-30')[0]).toBe('2026-11-30');
  });

  it('is the same for each of its days, also where the clocks change', () => {
    fc.assert(
      fc.property(DAYS, (day) => {
        const week = weekOf(day);
        expect(new Set(week).size).toBe(7);
        expect(week).toContain(day);
        for (const one of week) expect(weekOf(one)).toEqual(week);
      }),
    );
  });
});

describe('dayAfter', () => {
  it('goes there and back', () => {
    fc.assert(
      fc.property(DAYS, fc.integer({ min: -400, max: 400 }), (day, days) => {
        expect(dayAfter(dayAfter(day, days), -days)).toBe(day);
      }),
    );
  });
});

describe('isDay', () => {
  it.each(['2026-02-30', '2026-13-01', '27.11.2026', '', '2026-11-27T00'])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('is a day of the calendar', () => {
    expect(isDay('2028-02-29')).toBe(true);
  });
});
