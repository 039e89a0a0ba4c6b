import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { damage, filesIn, madeFiles, type DamagedFile } from '../../../../bench/damage.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';

const NATIVE = '../shared/data/native';

/** All of it takes some minutes: `ATTUNE_THOROUGH=1`, or `npx tsx bench/damage.ts`, which prints what came of it. */
const THOROUGH = process.env['ATTUNE_THOROUGH'] === '1';
const COUNTS = THOROUGH ? { cuts: 50, flips: 500 } : { cuts: 6, flips: 30 };

const attempt = ({ name, content, sibling }: DamagedFile) => readRecording(name, content, { sibling });
const rrOf = (result: ReturnType<typeof readRecording>): readonly number[] =>
  result.ok ? result.value.items.flatMap((item) => (item.type === 'intervals' ? item.rrMs : [])) : [];

const own = madeFiles();

describe('readRecording of damaged files', () => {
  it.each(own.map((file) => [file.name, file] as const))(
    'reads %s, cut anywhere or with any byte changed, in the right unit or not at all',
    (_, file) => expect(damage(file, COUNTS).faults).toEqual([]),
  );

  it('says of every binary file that is cut that it is a part', () => {
    for (const file of own.filter(({ name }) => /\.(?:fit|atr|edf|zip|gz)$/.test(name)))
      for (const share of [0.3, 0.6, 0.9]) {
        const content = file.content.subarray(0, Math.floor(file.content.length * share));
        const result = attempt({ ...file, content });
        if (result.ok) expect(result.value.found.partial, file.name).toBeDefined();
      }
  });
});

const native = filesIn(NATIVE);

/** Files that say clearly that they have no beats, or not in which unit. */
const REFUSED: Readonly<Record<string, string>> = {
  'stresspredict_S03_HR.csv': 'heart-rate-only',
  'tags_S03.csv': 'empty',
  'annotation.csv': 'unknown-unit',
  'rrinterval.csv': 'unknown-unit',
};

/** Large files are damaged less often, so that all of them together take a second. */
function share({ name, content, sibling: other }: DamagedFile): number {
  const behind = name.endsWith('.hea') ? (other(name.replace('.hea', '.ecg'))?.length ?? 100_000) : 0;
  return THOROUGH ? 1 : Math.min(1, 5000 / (content.length + behind));
}

describe.skipIf(native.length === 0)('readRecording of real files (../shared/data/native)', () => {
  it.each(native.map((file) => [file.name, file] as const))('reads %s', (name, file) => {
    const result = attempt(file);
    if (name in REFUSED) expect(result).toMatchObject({ ok: false, fault: { reason: REFUSED[name] } });
    else expect(result).toMatchObject({ ok: true });
    if (result.ok) expect(result.value.found.partial).toBeUndefined();
  });

  const read = native.filter(({ name }) => !(name in REFUSED));
  it.each(read.map((file) => [file.name, file] as const))(
    'bears any damage to %s',
    (_, file) => {
      const cuts = Math.ceil(COUNTS.cuts * share(file));
      const flips = Math.ceil(COUNTS.flips * share(file));
      expect(damage(file, { cuts, flips }).faults).toEqual([]);
    },
    600_000,
  );

  const fits = native.filter(({ name }) => name.endsWith('.fit'));
  it.each(fits.map((file) => [file.name, file] as const))(
    'reads %s as python-fitparse does',
    (name, file) => {
      const expected = `${NATIVE}/fit_expected/${name.replace('.fit', '_fit_rr.csv')}`;
      expect(rrOf(attempt(file))).toEqual(column(expected, 1));
    },
  );

  const texts = native.filter(({ name }) => /^(?:2017|film).*\.txt$/.test(name));
  it.each(texts.map((file) => [file.name, file] as const))('reads %s line for line', (_, file) => {
    const lines = new TextDecoder().decode(file.content).trim().split(/\s+/).map(Number);
    expect(rrOf(attempt(file))).toEqual(lines);
  });

  it('reads MIT-BIH 100 beat for beat as wfdb-python does', () => {
    const file = native.find(({ name }) => name === '100.atr')!;
    const expected = column(`${NATIVE}/../rr/annotated/mitdb_100.csv`, 1);
    const rr = rrOf(attempt(file));
    expect(rr).toHaveLength(expected.length);
    rr.forEach((one, i) => expect(Math.abs(one - expected[i]!)).toBeLessThan(0.001));
  });

  it('reads the Garmin log as flirt does', () => {
    const file = native.find(({ name }) => name === 'data.csv')!;
    const expected = column(`${NATIVE}/../rr/strap/flirt_garmin.csv`, 1);
    expect(rrOf(attempt(file)).slice(0, expected.length)).toEqual(expected);
  });
});

const column = (path: string, at: number): number[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',')[at]));
