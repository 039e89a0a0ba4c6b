import { fault, ok, type Result } from '../../../engine/index.ts';
import { annotationsOf, isAnnotations, recordStarts, type Onset } from './edf-annotations.ts';
import { edfHeader, isEdf, type EdfHeader, type EdfSignal } from './edf-header.ts';
import { beatsInEcgs, type EcgPiece } from '../values/ecg-beats.ts';
import { isEcg, noEcgAmong } from '../values/ecg-leads.ts';
import { beatMarks, type BeatLabel } from '../values/beat-labels.ts';
import { placeMarked } from '../values/marked-beats.ts';
import type { Placed } from '../values/placing.ts';
import { badFile, noBeats, shown, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type WholeFile } from '../parser.ts';
import { unitOfRr } from '../values/units.ts';
import type { WholeFileFormat } from '../format.ts';

/**
 * The texts by which programs annotate a beat: R peaks, QRS complexes, MIT's letters for normal and ectopic beats.
 */
const BEAT = /^(?:r|r[ _-]?(?:peak|wave)s?|qrs|(?:heart ?|normal )?beat|normal|[nvsafje]|pvc|pac)$/i;

/** The bytes of a file, and how many of its records are read. */
interface Opened {
  readonly bytes: Uint8Array;
  readonly header: EdfHeader;
  readonly records: number;
  readonly onsets: readonly Onset[];
}

/** The beats annotated in an EDF+ file, or else those detected in its ECG. */
function parseEdf({ bytes, rateHz }: WholeFile): Result<ParsedRecording, BadRecording> {
  const header = edfHeader(bytes);
  if (!header) return fault(badFile('damaged', 'its EDF header is damaged; copy the file again'));
  const there = Math.max(0, Math.floor((bytes.length - header.bytes) / header.recordBytes));
  // -1 while it was being written: then the number of records follows from the file's size.
  const records = header.records < 0 ? there : Math.min(there, header.records);
  const file = { bytes, header, records, onsets: annotationsOf(bytes, header, records) };
  const marks = marksAmong(file.onsets);
  const annotated = marks.filter(({ label }) => label !== 'artefact').length >= 2;
  const placed = annotated ? placedAnnotations(marks) : placedEcg(file, rateHz);
  if (!placed.ok) return placed;
  const short = records < header.records ? `${records} of ${header.records} records are there` : undefined;
  const partial = short ?? (header.records < 0 ? 'it was never finished' : undefined);
  const more = there - records;
  const beyond =
    more > 0
      ? [`${more} ${more === 1 ? 'record' : 'records'} beyond the ${records} of its header were left out`]
      : [];
  const a = header.kind === 'EDF' ? 'an EDF' : 'a BDF';
  const facts = {
    what: annotated ? `beats annotated in ${a}+ file` : `${a} file with an ECG`,
    unit: { name: 's', from: header.recordS > 0 || annotated ? 'format' : 'option' },
    times: placed.value.times,
  } as const;
  const { startedAt } = header;
  const warnings = [...placed.value.warnings, ...beyond];
  return ok({
    format: 'edf',
    items: placed.value.items,
    found: found(facts, { startedAt, partial, warnings }),
  });
}

interface Mark {
  readonly atS: number;
  readonly label: BeatLabel | undefined;
}

/** Beats and artefacts in the order of time: annotations may stand in any, each with a time of its own. */
function marksAmong(onsets: readonly Onset[]): readonly Mark[] {
  const marks = beatMarks(
    onsets.map(({ text }) => text),
    BEAT,
  );
  return onsets
    .flatMap(({ atS }, i) => (marks[i] ? [{ atS, ...marks[i] }] : []))
    .sort((a, b) => a.atS - b.atS);
}

function placedAnnotations(marks: readonly Mark[]): Result<Placed, BadRecording> {
  const placed = placeMarked({
    timesMs: marks.map(({ atS }) => atS * 1000),
    labels: marks.map(({ label }) => label),
    kind: 'number',
    unitMs: 1000,
    lines: marks.map((_, i) => i + 1),
    artefacts: 'note',
  })!;
  const rrMs = placed.items.map((item) => (item.type === 'intervals' ? item.rrMs[0]! : 0));
  if (unitOfRr(rrMs)?.ms === 1) return ok(placed);
  const what =
    'what is annotated as beats does not follow each other like those of a heart; export the R peaks again';
  return fault(badFile('unknown-unit', what));
}

/** Beats in the ECG with the clearest. */
function placedEcg(file: Opened, rateHz: number | undefined): Result<Placed, BadRecording> {
  const { header, onsets, records } = file;
  const signals = header.signals.filter((signal) => !isAnnotations(signal) && signal.samplesPerRecord > 0);
  const ecgs = signals.filter(({ label }) => isEcg(label));
  if (ecgs.length === 0) return fault(noBeatsIn(onsets, signals));
  if (header.recordS === 0 && rateHz === undefined)
    return fault(
      badFile(
        'unknown-unit',
        `its header says that a record of the ECG ${shown(ecgs[0]!.label)} lasts 0 s, so nothing says how many ` +
          'samples make a second; convert it with --rate <hz>, or export it again',
      ),
    );
  if (records === 0) return fault(noBeats('there is a header of an EDF file, and no record after it'));
  const beats = beatsInEcgs(
    ecgs.map((signal) => {
      const hz = header.recordS > 0 ? signal.samplesPerRecord / header.recordS : rateHz!;
      return { label: signal.label, rateHz: hz, pieces: () => piecesOf(file, signal, hz) };
    }),
  );
  if (!beats.ok || !header.discontinuous) return beats;
  const { warnings } = recordStarts(header, onsets, records);
  return ok({ ...beats.value, warnings: [...beats.value.warnings, ...warnings] });
}

/** The samples of a signal, one piece for each run of records without a hole between them. */
function piecesOf(file: Opened, signal: EdfSignal, rateHz: number): readonly EcgPiece[] {
  const { bytes, header, records, onsets } = file;
  const { samplesPerRecord: length } = signal;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = new Int32Array(records * length);
  for (let record = 0; record < records; record++) {
    const from = header.bytes + record * header.recordBytes + signal.at;
    for (let i = 0; i < length; i++)
      samples[record * length + i] =
        header.sampleBytes === 2
          ? view.getInt16(from + 2 * i, true)
          : view.getUint16(from + 3 * i, true) | (view.getInt8(from + 3 * i + 2) << 16);
  }
  if (!header.discontinuous) return [{ startS: 0, samples }];
  const { starts } = recordStarts(header, onsets, records);
  const begins = starts.flatMap((start, i) =>
    i === 0 || Math.abs(start - starts[i - 1]! - header.recordS) > 1.5 / rateHz ? [i] : [],
  );
  let endS = -Infinity;
  return begins.map((from, i) => {
    const piece = samples.subarray(from * length, (begins[i + 1] ?? records) * length);
    // A piece that begins a little early, by rounding, cannot lie within the one before.
    const startS = Math.max(starts[from]!, endS);
    endS = startS + piece.length / rateHz;
    return { startS, samples: piece };
  });
}

function noBeatsIn(onsets: readonly Onset[], signals: readonly EdfSignal[]): BadRecording {
  const texts = [...new Set(onsets.map(({ text }) => text))].filter((text) => text !== '').slice(0, 3);
  const said = texts.length > 0 ? ` (it has ${texts.map(shown).join(', ')})` : '';
  if (signals.length > 0)
    return noBeats(`no beats are annotated${said}, and ${noEcgAmong(signals.map(({ label }) => label))}`);
  return noBeats(`there are neither annotated beats${said} nor an ECG in this EDF file`);
}

export const EDF: WholeFileFormat = {
  id: 'edf',
  kind: 'whole-file',
  tells: (_name, bytes) => isEdf(bytes),
  recognisedByHead: true,
  parse: parseEdf,
  layouts: [
    {
      name: 'EDF+ and BDF+ annotations, else the ECG of an EDF(+) or BDF(+) file',
      format: 'edf',
      recognisedBy: 'EDF or BioSemi header',
      gives:
        'annotations such as `R`, `QRS`, `N`, `V`, with their labels; else R peaks of the ECG; holes of EDF+D kept',
      unit: 's, by the format',
      times: 'as written',
      tested: 'virtual',
    },
  ],
};
