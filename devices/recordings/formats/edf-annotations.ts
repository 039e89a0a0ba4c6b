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

/** When each record begins, s: by the first, empty text of its annotations, or else after the one before. */
export function recordStarts(
  header: EdfHeader,
  onsets: readonly Onset[],
  records: number,
): readonly number[] {
  const kept = new Map<number, number>();
  for (const { text, record, atS } of onsets) if (text === '' && !kept.has(record)) kept.set(record, atS);
  const starts: number[] = [];
  for (let record = 0; record < records; record++)
    starts.push(kept.get(record) ?? (record === 0 ? 0 : starts[record - 1]! + header.recordS));
  return starts;
}
