import { describe, expect, it } from 'vitest';
import type { RecordingItem } from '../../../../devices/index.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import { edf } from '../edf-files.ts';
import { holter } from '../holter-files.ts';
import { labelledAnnotations } from '../native-files.ts';
import { bytes, le16 } from '../own-heart.ts';

/** Beats 800 ms apart, of which one comes early; what looks like a beat at 5 s is none. */
const MARKS: readonly (readonly [atMs: number, letter: string])[] = [
  ...[1000, 1800, 2600].map((ms) => [ms, 'N'] as const),
  [3100, 'V'],
  ...[4200, 4900].map((ms) => [ms, 'N'] as const),
  [5200, '|'],
  ...[5700, 6500, 7300, 8100].map((ms) => [ms, 'N'] as const),
];
const LABELS = [...'normal normal ectopic ectopic normal artefact normal normal normal'.split(' ')];

const labelsOf = (items: readonly RecordingItem[]) =>
  items.map((item) => (item.type === 'intervals' ? (item.labels?.[0] ?? 'normal') : 'packet'));
function read(name: string, content: Uint8Array, rateHz?: number) {
  const result = readRecording(name, content, rateHz === undefined ? {} : { rateHz });
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

const CODES: Readonly<Record<string, number>> = { N: 1, V: 5, '|': 16, '~': 14, '+': 28 };
const wfdb = (marks = MARKS) =>
  labelledAnnotations(marks.map(([ms, letter]) => [ms / 4, CODES[letter]!] as const));
const ishne = () => {
  let before = 0;
  const body = MARKS.flatMap(([ms, letter]) => {
    const step = ms / 5 - before;
    before = ms / 5;
    return [(letter === '|' ? 'X' : letter).charCodeAt(0), 0, ...le16(step)];
  });
  return holter({ magic: 'ANN  1.0', body: [0, 0, 0, 0, ...body] });
};
const text = (lines: readonly string[]) => bytes(`${lines.join('\n')}\n`);
const rdann = () =>
  text(
    MARKS.map(
      ([ms, letter]) => `    0:0${(ms / 1000).toFixed(3)}     ${ms / 4}     ${letter}    0    0    0`,
    ),
  );
const events = () =>
  text(['onset\tduration\ttrial_type', ...MARKS.map(([ms, letter]) => `${ms / 1000}\t0\t${letter}`)]);

describe('labels of annotated beats', () => {
  it.each<readonly [string, string, Uint8Array, number | undefined]>([
    ['WFDB', 'a.atr', wfdb(), 250],
    ['ISHNE', 'a.ann', ishne(), undefined],
    ['EDF+', 'a.edf', edf(MARKS.map(([ms, letter]) => [ms / 1000, letter] as const)), undefined],
    ['BIDS events', 'sub-01_events.tsv', events(), undefined],
    ['rdann', 'a.txt', rdann(), undefined],
  ])(
    'of %s reach the intervals on both sides, and no interval ends at a false one',
    (_, name, content, rateHz) => {
      const { items, found } = read(name, content, rateHz);
      expect(labelsOf(items)).toEqual(LABELS);
      expect(items.map(({ atMs }) => Math.round(atMs))).toEqual(
        MARKS.filter(([, letter]) => letter !== '|')
          .slice(1)
          .map(([ms]) => ms),
      );
      expect(found.warnings).toContain(
        '3 of 9 intervals stand beside a beat that is labelled as other than normal',
      );
    },
  );

  it('say nothing of notes between beats, such as a change of rhythm or of quality', () => {
    const noted = [...MARKS.slice(0, 2), [2000, '~'], [2100, '+'], ...MARKS.slice(2)] as typeof MARKS;
    expect(labelsOf(read('a.atr', wfdb(noted), 250).items)).toEqual(LABELS);
  });

  it('leave recordings without them as they were', () => {
    const normal = MARKS.filter(([, letter]) => letter === 'N');
    const { items, found } = read('a.atr', wfdb(normal), 250);
    expect(items.some((item) => 'labels' in item)).toBe(false);
    expect(found.warnings).toEqual([]);
  });

  it('in EDF+ are letters of beats only beside beats that are called N', () => {
    const onsets = MARKS.map(([ms]) => [ms / 1000, 'N'] as const);
    const paced = onsets.map(([atS], i) => [atS, i % 4 === 1 ? '/' : 'N'] as const);
    expect(read('a.edf', edf(paced)).items).toHaveLength(MARKS.length - 1);
    const others = onsets.flatMap(([atS]) => [
      [atS, 'R-peak'] as const,
      [atS + 0.3, 'L'] as const,
      [atS + 0.35, 'X'] as const,
    ]);
    const { items } = read('a.edf', edf(others));
    expect(items).toHaveLength(MARKS.length - 1);
    expect(new Set(labelsOf(items))).toEqual(new Set(['normal']));
  });
});
