import { describe, expect, it } from 'vitest';
import { companyFiles, companyIn } from '../../../../web/features/together/company-files.ts';
import {
  inOrder,
  isLonelyDue,
  type Lonely,
  type Meeting,
} from '../../../../web/features/together/company.ts';

const id = (number: number): string => `0b0e6c1e-0000-4000-8000-00000000000${number}`;
const meeting = (number: number, change: Partial<Meeting> = {}): Meeting => ({
  ...{ id: id(number), day: '2026-11-27', time: '', who: 'Sam', where: '', what: '' },
  ...change,
});
const at = (day: string): number => new Date(`${day}T12:00`).getTime();

describe('inOrder', () => {
  it('is by day, then by time, what has no time last', () => {
    const given = [
      meeting(1),
      meeting(2, { time: '19:30' }),
      meeting(3, { time: '09:00' }),
      meeting(4, { day: '2026-11-26' }),
    ];
    expect(inOrder(given).map((one) => one.id)).toEqual([4, 3, 2, 1].map(id));
  });
});

describe('isLonelyDue', () => {
  const answers: readonly Lonely[] = [{ id: id(1), atMs: at('2026-10-31'), answer: 2 }];

  it('is once in a calendar month', () => {
    expect(isLonelyDue([], at('2026-10-01'))).toBe(true);
    expect(isLonelyDue(answers, at('2026-10-31'))).toBe(false);
    expect(isLonelyDue(answers, at('2026-11-01'))).toBe(true);
    expect(isLonelyDue(answers, at('2027-10-31'))).toBe(true);
  });
});

describe('companyFiles', () => {
  const company = {
    meetings: [meeting(1, { time: '19:30', was: true }), meeting(2)],
    lonely: [{ id: id(3), atMs: 1, answer: 4 as const }],
  };
  const changed = (change: (text: string) => string) => {
    const [file] = companyFiles(company);
    const bytes = new TextEncoder().encode(change(new TextDecoder().decode(file!.bytes)));
    return [{ path: file!.path, bytes }];
  };

  it('can be read again', () => {
    expect(companyIn(companyFiles(company))).toEqual(company);
  });

  it('are none where there is nothing', () => {
    expect(companyFiles({ meetings: [], lonely: [] })).toEqual([]);
  });

  it.each([
    ['another format', (text: string) => text.replace('attune-company', 'other')],
    ['a day that does not exist', (text: string) => text.replace('2026-11-27', '2026-02-30')],
    ['a time that does not exist', (text: string) => text.replace('19:30', '24:30')],
    ['an answer beyond the scale', (text: string) => text.replace('"answer": 4', '"answer": 5')],
    ['a name that is no text', (text: string) => text.replace('"Sam"', '7')],
    ['half a file', (text: string) => text.slice(0, 80)],
    ['nothing at all', () => 'null'],
  ])('are refused whole with %s', (_what, change) => {
    expect(() => companyIn(changed(change))).toThrow(/company\.json/);
  });

  it('are refused where the file is missing', () => {
    expect(() => companyIn([{ path: 'other.json', bytes: new Uint8Array() }])).toThrow(/company\.json/);
  });
});
