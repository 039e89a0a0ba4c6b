import { fault, ok, type Result } from '../../engine/index.ts';
import { edfHeader, type EdfHeader, type EdfSignal } from './edf-header.ts';
import { placeBeats } from './placing.ts';
import { badFile, noBeats, shown, type BadRecording } from './recording.ts';
import { found, type Read, type WholeFile } from './row-reader.ts';
import { unitOfRr } from './units.ts';

const ANNOTATIONS = 'EDF Annotations';
/** What programs call a beat in an annotation: R peaks, QRS complexes, MIT's letters for normal and ectopic beats. */
const BEAT = /^(?:r|r[ -]?peak|qrs|beat|heart ?beat|[nvsafje]|pvc|pac|normal beat)$/i;

interface Onset {
  readonly atS: number;
  readonly text: string;
}

/** Beats that stand as annotations in an EDF+ file. */
export function readEdf({ bytes }: WholeFile): Result<Read, BadRecording> {
  const header = edfHeader(bytes);
  if (!header) return fault(badFile('damaged', 'its EDF header is damaged; copy the file again'));
  const there = Math.floor((bytes.length - header.bytes) / header.recordBytes);
  // -1 while it was being written: whatever is there is what there is.
  const records = header.records < 0 ? there : Math.min(there, header.records);
  const onsets = header.signals
    .filter(({ label }) => label === ANNOTATIONS)
    .flatMap((signal) => onsetsOf(bytes, { header, signal, records }));
  const beats = onsets.filter(({ text }) => BEAT.test(text)).sort((a, b) => a.atS - b.atS);
  if (beats.length < 2) return fault(noBeatsIn(header, onsets));
  const placed = placeBeats(beats.map(({ atS }) => atS * 1000));
  const rrMs = placed.items.map((item) => (item.type === 'intervals' ? item.rrMs[0]! : 0));
  if (unitOfRr(rrMs)?.ms !== 1)
    return fault(
      badFile('unknown-unit', 'what is annotated as beats does not follow each other like those of a heart'),
    );
  const short = records < header.records ? `${records} of ${header.records} records are there` : undefined;
  const partial = short ?? (header.records < 0 ? 'it was never finished' : undefined);
  const facts = {
    what: 'beats annotated in an EDF+ file',
    unit: { name: 's', from: 'format' },
    times: placed.times,
  } as const;
  const more = { startedAt: header.startedAt, partial, warnings: placed.warnings };
  return ok({ format: 'edf', items: placed.items, found: found(facts, more) });
}

function noBeatsIn({ signals }: EdfHeader, onsets: readonly Onset[]): BadRecording {
  const texts = [...new Set(onsets.map(({ text }) => text))].filter((text) => text !== '').slice(0, 3);
  const said = texts.length > 0 ? ` (it has ${texts.map(shown).join(', ')})` : '';
  const ecg = signals.some(({ label }) => /\b(?:ecg|ekg)\b/i.test(label));
  return noBeats(
    ecg
      ? `there is an ECG in this file, but no annotated beats${said}; mark the R peaks first`
      : `there are no annotated beats in this EDF file${said}`,
  );
}

/** Time-stamped lists: onset, perhaps a duration, then texts; ended by 0. */
function onsetsOf(
  bytes: Uint8Array,
  {
    header,
    signal,
    records,
  }: { readonly header: EdfHeader; readonly signal: EdfSignal; readonly records: number },
): Onset[] {
  const decoder = new TextDecoder();
  const onsets: Onset[] = [];
  for (let record = 0; record < records; record++) {
    const from = header.bytes + record * header.recordBytes + signal.at;
    const text = decoder.decode(bytes.subarray(from, from + 2 * signal.samplesPerRecord));
    for (const list of text.split('\0')) {
      const [stamp = '', ...texts] = list.split('\x14');
      const [onset = ''] = stamp.split('\x15');
      if (!/^[+-]\d+(?:\.\d*)?$/.test(onset)) continue;
      for (const one of texts) if (one.trim() !== '') onsets.push({ atS: Number(onset), text: one.trim() });
    }
  }
  return onsets;
}
