import type { EdfHeader, EdfSignal } from './edf-header.ts';

const ANNOTATIONS = /^[eb]df annotations?$/i;

/** A text and when it was written, s from the start of the recording. */
export interface Onset {
  readonly atS: number;
  /** Empty where the list only keeps the time of its record. */
  readonly text: string;
  readonly record: number;
}

export const isAnnotations = ({ label }: EdfSignal): boolean => ANNOTATIONS.test(label);

/**
 * All annotations of these records: time-stamped lists of onset, perhaps a duration, then texts; ended by 0.
 * Source: EDF+, section 2.2.
 */
export function annotationsOf(bytes: Uint8Array, header: EdfHeader, records: number): readonly Onset[] {
  const decoder = new TextDecoder();
  const onsets: Onset[] = [];
  for (const signal of header.signals.filter(isAnnotations))
    for (let record = 0; record < records; record++) {
      const from = header.bytes + record * header.recordBytes + signal.at;
      const text = decoder.decode(bytes.subarray(from, from + header.sampleBytes * signal.samplesPerRecord));
      for (const list of text.split('\0')) {
        const [stamp = '', ...texts] = list.split('\x14');
        const [onset = ''] = stamp.split('\x15');
        if (!/^[+-]\d+(?:[.,]\d*)?$/.test(onset)) continue;
        const atS = Number(onset.replace(',', '.'));
        for (const one of texts.slice(0, -1)) onsets.push({ atS, text: one.trim(), record });
      }
    }
  return onsets;
}

/** How long the time between two pieces was is not known; this is put in its place, s. */
const BETWEEN_PIECES_S = 10;
/** A record that begins earlier than the last one ends by less than this is rounded, s. */
const ROUNDING_S = 0.5;

/**
 * When each record begins, s: by the first, empty text of its annotations, or else after the one before. Where their
 * clock goes back, what follows is a new piece.
 */
export function recordStarts(
  header: EdfHeader,
  onsets: readonly Onset[],
  records: number,
): { readonly starts: readonly number[]; readonly warnings: readonly string[] } {
  const kept = new Map<number, number>();
  for (const { text, record, atS } of onsets) if (text === '' && !kept.has(record)) kept.set(record, atS);
  const starts: number[] = [];
  const back: number[] = [];
  let shiftS = 0;
  for (let record = 0; record < records; record++) {
    const endS = record === 0 ? 0 : starts[record - 1]! + header.recordS;
    const own = kept.get(record);
    if (record > 0 && own !== undefined && own + shiftS < endS - Math.min(ROUNDING_S, header.recordS / 2)) {
      back.push(record + 1);
      shiftS = endS + BETWEEN_PIECES_S - own;
    }
    starts.push(own === undefined ? endS : own + shiftS);
  }
  const times = back.length === 1 ? '' : `${back.length} times, first `;
  const warning =
    `its clock goes back ${times}in record ${back[0]!}: what follows was read as a new piece, ` +
    `${BETWEEN_PIECES_S} s later, since the time between is not known`;
  return { starts, warnings: back.length === 0 ? [] : [warning] };
}
