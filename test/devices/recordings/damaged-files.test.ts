import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chance, decodeHex } from '../../../engine/index.ts';
import { readRecording } from '../../../devices/recordings/read-recording.ts';
import { beside, SAMPLES } from './native-files.ts';

const CUTS = 50;
const FLIPS = 500;
const NATIVE = '../shared/data/native';

interface File {
  readonly name: string;
  readonly content: Uint8Array;
  readonly beside: (name: string) => Uint8Array | undefined;
}

/** Reads it; what is read must be something that can be vouched for, and what is not must say why. */
function attempt({ name, beside: other }: File, content: Uint8Array): ReturnType<typeof readRecording> {
  const result = readRecording(name, content, { beside: other });
  if (!result.ok) {
    const { message } = result.fault;
    if (message.length < 20 || message.length > 400) throw new Error(`not a clear fault: ${message}`);
    return result;
  }
  let before = 0;
  if (result.value.items.length === 0) throw new Error('no beats');
  for (const item of result.value.items) {
    if (!(item.atMs >= before)) throw new Error(`time ${item.atMs} after ${before}`);
    before = item.atMs;
    if (item.type === 'packet' ? !decodeHex(item.hex) : !item.rrMs.every((rr) => rr > 0 && rr <= 600_000))
      throw new Error(`interval ${JSON.stringify(item)}`);
  }
  return result;
}

const rrOf = (result: ReturnType<typeof readRecording>): readonly number[] =>
  result.ok ? result.value.items.flatMap((item) => (item.type === 'intervals' ? item.rrMs : [])) : [];

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function cutAnywhere(file: File, cuts: number): void {
  const whole = rrOf(attempt(file, file.content));
  const random = chance(17);
  for (let i = 0; i < cuts; i++) {
    const at = Math.floor(random() * file.content.length);
    const result = attempt(file, file.content.subarray(0, at));
    if (!result.ok) continue;
    const rr = rrOf(result);
    // What is left is the beginning of the whole, to the last interval, which may have lost decimals.
    const wrong = rr.slice(0, -1).findIndex((one, k) => Math.abs(one - whole[k]!) > 1e-6);
    expect(wrong, `${file.name} cut at ${at}`).toBe(-1);
    if (rr.length > 0) expect(Math.abs(rr.at(-1)! / whole[rr.length - 1]! - 1)).toBeLessThan(0.6);
  }
}

function flipAnywhere(file: File, flips: number): void {
  const whole = rrOf(attempt(file, file.content));
  const random = chance(19);
  const content = Uint8Array.from(file.content);
  for (let i = 0; i < flips; i++) {
    const at = Math.floor(random() * content.length);
    const before = content[at]!;
    content[at] = Math.floor(random() * 256);
    const rr = rrOf(attempt(file, content));
    content[at] = before;
    // Another unit would be a factor of 1.024 at the least.
    if (rr.length >= 20)
      expect(Math.abs(middleOf(rr) / middleOf(whole) - 1), `${file.name}, byte ${at}`).toBeLessThan(0.02);
  }
}

const own = SAMPLES.map(([name, , content]): File => ({ name, content, beside }));

describe('readRecording of damaged files', () => {
  it.each(own.map((file) => [file.name, file] as const))(
    'reads %s, cut anywhere, as its beginning or not at all',
    (_, file) => cutAnywhere(file, CUTS),
  );

  it.each(own.map((file) => [file.name, file] as const))(
    'reads %s with any byte changed in the right unit or not at all',
    (_, file) => flipAnywhere(file, FLIPS),
  );

  it('says of every binary file that is cut that it is a part', () => {
    for (const file of own.filter(({ name }) => /\.(?:fit|atr|edf|zip|gz)$/.test(name)))
      for (const share of [0.3, 0.6, 0.9]) {
        const result = attempt(file, file.content.subarray(0, Math.floor(file.content.length * share)));
        if (result.ok) expect(result.value.found.partial, file.name).toBeDefined();
      }
  });
});

const native: File[] = existsSync(NATIVE)
  ? (readdirSync(NATIVE, { recursive: true }) as string[])
      .filter((path) => /\.\w+$/.test(path))
      .map((path) => ({
        name: basename(path),
        content: readFileSync(join(NATIVE, path)),
        beside: (name) => {
          const other = join(NATIVE, dirname(path), name);
          return existsSync(other) ? readFileSync(other) : undefined;
        },
      }))
  : [];

/** Files that say clearly that they have no beats, or not in which unit. */
const REFUSED: Readonly<Record<string, string>> = {
  'stresspredict_S03_HR.csv': 'heart-rate-only',
  'tags_S03.csv': 'empty',
  'annotation.csv': 'unknown-unit',
  'rrinterval.csv': 'unknown-unit',
};

/** All of it takes some minutes: `ATTUNE_THOROUGH=1`. */
const THOROUGH = process.env['ATTUNE_THOROUGH'] === '1';

/** Large files are damaged less often, so that all of them together take some seconds. */
function share({ name, content, beside: other }: File): number {
  const behind = name.endsWith('.hea') ? (other(name.replace('.hea', '.ecg'))?.length ?? 100_000) : 0;
  return THOROUGH ? 1 : Math.min(1, 2000 / (content.length + behind));
}

describe.skipIf(native.length === 0)('readRecording of real files (../shared/data/native)', () => {
  it.each(native.map((file) => [file.name, file] as const))('reads %s', (name, file) => {
    const result = attempt(file, file.content);
    if (name in REFUSED) expect(result).toMatchObject({ ok: false, fault: { reason: REFUSED[name] } });
    else expect(result).toMatchObject({ ok: true });
    if (result.ok) expect(result.value.found.partial).toBeUndefined();
  });

  const read = native.filter(({ name }) => !(name in REFUSED));
  it.each(read.map((file) => [file.name, file] as const))(
    'bears any damage to %s',
    (_, file) => {
      cutAnywhere(file, Math.ceil(CUTS * share(file)));
      flipAnywhere(file, Math.ceil(FLIPS * share(file)));
    },
    600_000,
  );

  const fits = native.filter(({ name }) => name.endsWith('.fit'));
  it.each(fits.map((file) => [file.name, file] as const))(
    'reads %s as python-fitparse does',
    (name, file) => {
      const expected = join(NATIVE, 'fit_expected', name.replace('.fit', '_fit_rr.csv'));
      expect(rrOf(attempt(file, file.content))).toEqual(column(expected, 1));
    },
  );

  const texts = native.filter(({ name }) => /^(?:2017|film).*\.txt$/.test(name));
  it.each(texts.map((file) => [file.name, file] as const))('reads %s line for line', (_, file) => {
    const lines = new TextDecoder().decode(file.content).trim().split(/\s+/).map(Number);
    expect(rrOf(attempt(file, file.content))).toEqual(lines);
  });

  it('reads MIT-BIH 100 beat for beat as wfdb-python does', () => {
    const file = native.find(({ name }) => name === '100.atr')!;
    const expected = column(`${NATIVE}/../rr/annotated/mitdb_100.csv`, 1);
    const rr = rrOf(attempt(file, file.content));
    expect(rr).toHaveLength(expected.length);
    rr.forEach((one, i) => expect(Math.abs(one - expected[i]!)).toBeLessThan(0.001));
  });

  it('reads the Garmin log as flirt does', () => {
    const file = native.find(({ name }) => name === 'data.csv')!;
    const expected = column(`${NATIVE}/../rr/strap/flirt_garmin.csv`, 1);
    expect(rrOf(attempt(file, file.content)).slice(0, expected.length)).toEqual(expected);
  });
});

const column = (path: string, at: number): number[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',')[at]));
