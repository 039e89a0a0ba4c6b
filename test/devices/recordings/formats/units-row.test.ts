import { describe, expect, it } from 'vitest';
import { unitsRow } from '../../../../devices/recordings/formats/units-row.ts';
import { bytes, ENDS_MS, RR_MS } from '../own-heart.ts';
import { endsOf, read, refused, rrOf } from '../readings.ts';

type Row = (ms: number, rr: number) => readonly (string | number)[];
const table = (head: string, separator: string, row: Row) =>
  bytes(`${head}\n${RR_MS.map((rr, i) => row(ENDS_MS[i]!, rr).join(separator)).join('\n')}\n`);
const clock = (ms: number) => new Date(ms).toISOString().slice(11, 23);

describe('a row of units below a header', () => {
  it.each<readonly [head: string, separator: string, row: Row, unit: string]>([
    ['time,rr\ns,ms', ',', (ms, rr) => [ms / 1000, rr], 'ms'],
    ['Time;RR;HR\n[s];[ms];(1/min)', ';', (ms, rr) => [`${ms / 1000}`.replace('.', ','), rr, 70], 'ms'],
    ['Zeit\tRR-Intervall\tHF\n(s)\t(s)\t(1/min)', '\t', (ms, rr) => [ms / 1000, rr / 1000, 70], 's'],
    ['Time RR\ns ms', ' ', (ms, rr) => [ms / 1000, rr], 'ms'],
    ['Time   RR Interval\n[s]    [ms]', '   ', (ms, rr) => [ms / 1000, rr], 'ms'],
    ['"time","ibi","type"\n"µs","µs","-"', ',', (ms, rr) => [ms * 1000, rr * 1000, 'N'], 'µs'],
    ['time,rr\nmin,ms', ',', (ms, rr) => [(ms / 60_000).toFixed(8), rr], 'ms'],
    ['Uhrzeit;RR\nhh:mm:ss;ms', ';', (ms, rr) => [clock(ms), rr], 'ms'],
  ])('as %j is read as the units of its columns', (head, separator, row, name) => {
    const recording = read('a.csv', table(head, separator, row));
    expect(recording.found).toMatchObject({ unit: { name, from: 'header' }, times: 'written', warnings: [] });
    expect(rrOf(recording)).toEqual(RR_MS);
    endsOf(recording).forEach((end, i) => expect(end).toBeCloseTo(ENDS_MS[i]!, 1));
  });

  it('is read below times of beats', () => {
    const recording = read(
      'a.csv',
      table('rpeaks,label\n[ms],[-]', ',', (ms) => [ms, 'N']),
    );
    expect(recording.found.unit).toEqual({ name: 'ms', from: 'header' });
    expect(rrOf(recording)).toEqual(RR_MS.slice(1));
  });

  it('outweighs nothing that the header says itself', () => {
    expect(
      rrOf(
        read(
          'a.csv',
          table('rr_ms\ns', ',', (_, rr) => [rr]),
        ),
      ),
    ).toEqual(RR_MS);
  });

  it('that counts samples asks for their rate', () => {
    expect(
      refused(
        'a.csv',
        table('rr\nsamples', ',', (_, rr) => [rr / 2]),
      ).message,
    ).toMatch(/--rate/);
  });

  it('that counts per minute makes no intervals of breaths', () => {
    const breaths = table('RR,HR\n1/min,1/min', ',', () => [14, 70]);
    expect(refused('a.csv', breaths).message).toMatch(/breaths a minute/);
  });
});

describe('unitsRow', () => {
  it.each([[['800', 'ms']], [['N', 'V']], [['', '']], [['-', '[x]']], [['time', 's']]])(
    'is none where the cells are %j',
    (cells) => {
      expect(unitsRow(cells)).toBeUndefined();
    },
  );
});
