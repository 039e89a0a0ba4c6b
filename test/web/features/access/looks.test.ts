import { describe, expect, it } from 'vitest';
import type { AccessLogLine } from '../../../../server/contract/index.ts';
import { chosen, csvOf, daysOf, kindOf } from '../../../../web/features/access/looks.ts';

const line = (over: Partial<AccessLogLine> = {}): AccessLogLine => ({
  ...{ id: 'x', atMs: new Date(2026, 10, 2, 9).getTime(), account: 'ben', role: 'clinician' },
  ...{ action: 'session.read', relation: 'assigned' },
  ...over,
});

describe('kindOf', () => {
  it('is urgent access wherever a breaking of glass allowed it', () => {
    expect(kindOf(line())).toBe('sessions');
    expect(kindOf(line({ relation: 'break-glass' }))).toBe('glass');
    expect(kindOf(line({ action: 'something.new' }))).toBe('other');
  });
});

describe('chosen', () => {
  it('keeps who and what is asked for', () => {
    const lines = [line(), line({ account: 'eva' }), line({ action: 'consent.read' })];
    expect(chosen(lines, {})).toEqual(lines);
    expect(chosen(lines, { account: 'ben', kind: 'sessions' })).toEqual([lines[0]]);
  });
});

describe('daysOf', () => {
  it('groups by the calendar of this place and keeps the order', () => {
    const atMs = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
    const lines = [line({ atMs: atMs(3, 0) }), line({ atMs: atMs(2, 23) }), line({ atMs: atMs(2, 1) })];
    expect(daysOf(lines).map((day) => day.lines)).toEqual([[lines[0]], [lines[1], lines[2]]]);
  });
});

describe('csvOf', () => {
  it('quotes what needs it and hands a spreadsheet no formula', () => {
    const [head, row] = csvOf([line({ atMs: 0, name: '=1+1', reason: 'said "now", at once' })]).split('\r\n');
    expect(head).toBe('time,account,name,role,action,relation,subject,reason,from');
    expect(row).toBe(
      `1970-01-01T00:00:00.000Z,ben,'=1+1,clinician,session.read,assigned,,"said ""now"", at once",`,
    );
  });
});
