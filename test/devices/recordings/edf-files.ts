import { RATE_HZ, WORDS } from './ecg-files.ts';
import { bytes } from './own-heart.ts';

export interface EdfLayout {
  readonly labels?: readonly string[];
  readonly records?: string;
  readonly recordS?: string;
  readonly headerBytes?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly time?: string;
  readonly pad?: string;
  readonly width?: 2 | 3;
  /** Onset of each record, s, for an annotation signal of 16 samples after the others. */
  readonly onsets?: readonly number[];
}

const le = (value: number, width: number) =>
  Array.from({ length: width }, (_, i) => (value >> (8 * i)) & 0xff);
/** Records, of a second each. */
export const SECONDS = Math.floor(WORDS.length / RATE_HZ);

/** An EDF or BDF file, a record a second, with the same ECG in its last signal and a slow wave in those before. */
export function edfSignals(layout: EdfLayout): Uint8Array {
  const {
    labels = ['ECG'],
    pad = ' ',
    width = 2,
    onsets,
    kind = '',
    version = '0',
    time = '10.11.12',
  } = layout;
  const all = onsets ? [...labels, 'EDF Annotations'] : labels;
  const cell = (value: string, size: number) => value.padEnd(size, pad).slice(0, size);
  const column = (values: readonly string[], size: number) =>
    values.map((value) => cell(value, size)).join('');
  const same = (value: string, size: number) =>
    column(
      all.map(() => value),
      size,
    );
  const head =
    cell(version, 8) +
    cell('X X X X', 80) +
    cell('Startdate 05-MAR-2024 X X X', 80) +
    `05.03.24${time}` +
    cell(layout.headerBytes ?? String(256 * (all.length + 1)), 8) +
    cell(kind, 44) +
    cell(layout.records ?? String(SECONDS), 8) +
    cell(layout.recordS ?? '1', 8) +
    cell(String(all.length), 4) +
    column(all, 16) +
    same('', 80) +
    same('uV', 8) +
    same('-2,5', 8) +
    same('2,5', 8) +
    same('-2048', 8) +
    same('2047', 8) +
    same('', 80) +
    column([...labels.map(() => String(RATE_HZ)), ...(onsets ? ['16'] : [])], 8) +
    same('', 32);
  const data: number[] = [];
  for (let record = 0; record < SECONDS; record++) {
    labels.forEach((_, signal) => {
      for (let i = 0; i < RATE_HZ; i++) {
        const at = record * RATE_HZ + i;
        const value = signal === labels.length - 1 ? WORDS[at]! : Math.round(90 * Math.sin(at / 30));
        data.push(...le(value, width));
      }
    });
    if (onsets) data.push(...bytes(`+${onsets[record]}\x14\x14\0`.padEnd(32, '\0')));
  }
  const raw = Uint8Array.from([...bytes(head), ...data]);
  if (width === 3) raw.set([0xff, ...bytes('BIOSEMI')]);
  return raw;
}

/** An EDF+ file of one annotation signal, a record a second. */
export function edf(
  onsets: readonly (number | readonly [atS: number, text: string])[],
  text = 'R',
  kind = 'EDF+C',
): Uint8Array {
  const marks = onsets.map((one) => (typeof one === 'number' ? ([one, text] as const) : one));
  const samples = 60;
  const count = Math.ceil(Math.max(...marks.map(([atS]) => atS))) + 1;
  const one = (value: string | number, width: number) => String(value).padEnd(width).slice(0, width);
  const header = [
    ['0', 8],
    ['X X X X', 80],
    ['Startdate 05-MAR-2024 X X X', 80],
    ['05.03.24', 8],
    ['10.11.12', 8],
    [512, 8],
    [kind, 44],
    [count, 8],
    [1, 8],
    [1, 4],
    ['EDF Annotations', 16],
    ['', 80],
    ['', 8],
    [-1, 8],
    [1, 8],
    [-32768, 8],
    [32767, 8],
    ['', 80],
    [samples, 8],
    ['', 32],
  ] as const;
  const records = Array.from({ length: count }, (_, second) => {
    const inside = marks.filter(([atS]) => Math.floor(atS) === second);
    const list = `+${second}\x14\x14\0${inside.map(([atS, label]) => `+${atS.toFixed(3)}\x14${label}\x14\0`).join('')}`;
    return list.padEnd(2 * samples, '\0');
  });
  return bytes(header.map(([value, width]) => one(value, width)).join('') + records.join(''));
}
