import { fault, ok, type Result } from '../../../engine/index.ts';
import { edfHeader, isEdf, type EdfHeader, type EdfSignal } from './edf-header.ts';
import { beatsInEcg, isEcg } from '../values/ecg-beats.ts';
import { placeBeats, type Placed } from '../values/placing.ts';
import { badFile, noBeats, shown, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type WholeFile } from '../parser.ts';
import { unitOfRr } from '../values/units.ts';
import type { WholeFileFormat } from '../format.ts';

const ANNOTATIONS = 'EDF Annotations';
/**
 * The texts by which programs annotate a beat: R peaks, QRS complexes, MIT's letters for normal and ectopic beats.
 */
const BEAT = /^(?:r|r[ -]?peak|qrs|beat|heart ?beat|[nvsafje]|pvc|pac|normal beat)$/i;

interface Onset {
  readonly atS: number;
  readonly text: string;
}

/** The beats annotated in an EDF+ file, or else those detected in its ECG. */
function parseEdf({ bytes }: WholeFile): Result<ParsedRecording, BadRecording> {
  const header = edfHeader(bytes);
  if (!header) return fault(badFile('damaged', 'its EDF header is damaged; copy the file again'));
  const there = Math.max(0, Math.floor((bytes.length - header.bytes) / header.recordBytes));
  // -1 while it was being written: then the number of records follows from the file's size.
  const records = header.records < 0 ? there : Math.min(there, header.records);
  const onsets = header.signals
    .filter(({ label }) => label === ANNOTATIONS)
    .flatMap((signal) => onsetsOf(bytes, { header, signal, records }));
  const beats = onsets.filter(({ text }) => BEAT.test(text)).sort((a, b) => a.atS - b.atS);
  const annotated = beats.length >= 2;
  const placed = annotated ? placedAnnotations(beats) : placedEcg(bytes, header, records);
  if (!placed) return fault(noBeatsIn(onsets));
  if (!placed.ok) return placed;
  const short = records < header.records ? `${records} of ${header.records} records are there` : undefined;
  const partial = short ?? (header.records < 0 ? 'it was never finished' : undefined);
  const facts = {
    what: annotated ? 'beats annotated in an EDF+ file' : 'an EDF file with an ECG',
    unit: { name: 's', from: 'format' },
    times: placed.value.times,
  } as const;
  const more = { startedAt: header.startedAt, partial, warnings: placed.value.warnings };
  return ok({ format: 'edf', items: placed.value.items, found: found(facts, more) });
}

function placedAnnotations(beats: readonly Onset[]): Result<Placed, BadRecording> {
  const placed = placeBeats(beats.map(({ atS }) => atS * 1000));
  const rrMs = placed.items.map((item) => (item.type === 'intervals' ? item.rrMs[0]! : 0));
  if (unitOfRr(rrMs)?.ms === 1) return ok(placed);
  const what = 'what is annotated as beats does not follow each other like those of a heart';
  return fault(badFile('unknown-unit', what));
}

/** Beats in the first ECG; `undefined` where there is none. */
function placedEcg(
  bytes: Uint8Array,
  header: EdfHeader,
  records: number,
): Result<Placed, BadRecording> | undefined {
  const signal = header.signals.find(({ label }) => isEcg(label));
  if (!signal) return undefined;
  if (header.discontinuous)
    return fault(
      noBeats('its ECG has holes (EDF+D), across which no beats are looked for; export it in one piece'),
    );
  const { samplesPerRecord: length } = signal;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = new Int16Array(records * length);
  for (let record = 0; record < records; record++) {
    const from = header.bytes + record * header.recordBytes + signal.at;
    for (let i = 0; i < length; i++) samples[record * length + i] = view.getInt16(from + 2 * i, true);
  }
  return beatsInEcg({ label: signal.label, rateHz: length / header.recordS, samples });
}

function noBeatsIn(onsets: readonly Onset[]): BadRecording {
  const texts = [...new Set(onsets.map(({ text }) => text))].filter((text) => text !== '').slice(0, 3);
  const said = texts.length > 0 ? ` (it has ${texts.map(shown).join(', ')})` : '';
  return noBeats(`there are neither annotated beats${said} nor an ECG in this EDF file`);
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

export const EDF: WholeFileFormat = {
  id: 'edf',
  kind: 'whole-file',
  tells: (_name, bytes) => isEdf(bytes),
  recognisedByHead: true,
  parse: parseEdf,
  layouts: [
    {
      name: 'EDF+ annotations, else the ECG of an EDF(+) file',
      format: 'edf',
      recognisedBy: 'EDF header',
      gives:
        'annotations such as `R`, `QRS`, `beat`; else R peaks found in the first signal called ECG, EKG or a lead',
      unit: 's, by the format',
      times: 'as written',
      tested: 'virtual',
    },
  ],
};
