import { fault, ok, type Result } from '../../../engine/index.ts';
import { beatsInEcgs, type EcgPiece, type EcgSignal } from '../values/ecg-beats.ts';
import { isEcg, noEcgAmong } from '../values/ecg-leads.ts';
import { badFile, noBeats, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type ReadOptions } from '../parser.ts';
import { wfdbHeader, type WfdbHeader, type WfdbSignal } from './wfdb-header.ts';
import { READ_FORMATS, samplesOf } from './wfdb-samples.ts';
import { siblingOf, stretchesOf, type WfdbStretch } from './wfdb-segments.ts';

/** Beats in the ECG of a WFDB record, of one segment or several; its signal files are read as siblings. */
export function parseWfdbSignals(text: string, options: ReadOptions): Result<ParsedRecording, BadRecording> {
  const header = wfdbHeader(text);
  if (!header) return fault(badFile('damaged', 'its WFDB header is damaged; copy it again'));
  const stretches = stretchesOf(header, options);
  if (!stretches.ok) return stretches;
  const taken = ecgsAmong(header, stretches.value);
  if (!taken.ok) return taken;
  const absent = absentFiles(stretches.value, taken.value, options);
  const all = filesOf(stretches.value, taken.value);
  if (absent.length === all.length) return fault(signalsAbsent(header, absent));
  const formats = new Set(signalsOf(stretches.value, taken.value).map(({ format }) => format));
  const foreign = [...formats].find((format) => !READ_FORMATS.includes(format));
  if (foreign !== undefined) return fault(badFile('unknown-format', notRead(foreign)));
  const beats = beatsInEcgs(taken.value.map((label) => ecgOf(stretches.value, label, options)));
  if (!beats.ok) return beats;
  const { items, times, warnings, rateHz, endS } = beats.value;
  const segments = header.segments.length;
  const facts = {
    what: `a WFDB record with an ECG${segments > 0 ? `, of ${segments} segments` : ''}`,
    unit: { name: `1/${rateHz} s`, from: 'header' },
    times,
  } as const;
  const partial =
    absent.length > 0 ? `${named(absent)} not beside it` : partOf(endS, lengthS(stretches.value), rateHz);
  return ok({
    format: 'wfdb',
    items,
    found: found(facts, { startedAt: header.startedAt, partial, warnings }),
  });
}

/** The names of the signals that are an ECG; one without any name is, by the format's usual unit of millivolts. */
function ecgsAmong(
  header: WfdbHeader,
  stretches: readonly WfdbStretch[],
): Result<readonly string[], BadRecording> {
  const labels = [...new Set(stretches.flatMap((one) => one.header.signals.map(({ label }) => label)))];
  if (labels.length === 0)
    return fault(
      badFile(
        'unknown-format',
        `this is a WFDB header, and neither annotations (${header.name}.atr, ${header.name}.qrs) nor its signals are ` +
          'beside it; open them',
      ),
    );
  const ecgs = labels.filter(isEcg);
  if (ecgs.length > 0) return ok(ecgs);
  return labels.every((label) => label === '') ? ok(['']) : fault(noBeats(noEcgAmong(labels)));
}

/** A signal that is in this stretch, with its place among the signals of its file. */
interface Placed extends WfdbSignal {
  readonly frameSamples: number;
  readonly at: number;
}

function signalIn({ header }: WfdbStretch, label: string): Placed | undefined {
  const signal = header.signals.find((one) => one.label === label && one.file !== '~');
  if (!signal) return undefined;
  let [at, frameSamples] = [0, 0];
  for (const one of header.signals.filter(({ file }) => file === signal.file)) {
    if (one === signal) at = frameSamples;
    frameSamples += one.samplesPerFrame;
  }
  return { ...signal, at, frameSamples };
}

const signalsOf = (stretches: readonly WfdbStretch[], labels: readonly string[]): readonly Placed[] =>
  stretches.flatMap((stretch) => labels.flatMap((label) => signalIn(stretch, label) ?? []));
const filesOf = (stretches: readonly WfdbStretch[], labels: readonly string[]): readonly string[] => [
  ...new Set(signalsOf(stretches, labels).map(({ file }) => file)),
];
const absentFiles = (stretches: readonly WfdbStretch[], labels: readonly string[], options: ReadOptions) =>
  filesOf(stretches, labels).filter((file) => !siblingOf(file, options));

const ecgOf = (stretches: readonly WfdbStretch[], label: string, options: ReadOptions): EcgSignal => {
  const present = stretches.filter((stretch) => signalIn(stretch, label));
  const rateHz = Math.max(
    ...present.map((stretch) => stretch.header.rateHz * signalIn(stretch, label)!.samplesPerFrame),
  );
  return {
    label,
    rateHz,
    pieces: () => joined(present.flatMap((stretch) => pieceOf(stretch, label, options))),
  };
};

/** A piece whose rate is its own: in records of variable layout it may change. */
type RatedPiece = Required<EcgPiece>;

function pieceOf(stretch: WfdbStretch, label: string, options: ReadOptions): readonly RatedPiece[] {
  const signal = signalIn(stretch, label)!;
  const bytes = siblingOf(signal.file, options);
  if (!bytes) return [];
  const rateHz = stretch.header.rateHz * signal.samplesPerFrame;
  const samples = samplesOf(bytes.subarray(signal.byteOffset), signal) ?? new Float64Array();
  const skewed = signal.skew * signal.samplesPerFrame;
  const { frames } = stretch.header;
  const length = frames > 0 ? frames * signal.samplesPerFrame : samples.length;
  const read = samples.subarray(skewed, Math.min(samples.length, skewed + length));
  return [{ startS: stretch.fromS, rateHz, samples: read }];
}

/** Pieces that follow without a hole as one, so that no interval is lost where a file ends. */
function joined(pieces: readonly RatedPiece[]): readonly EcgPiece[] {
  const runs: RatedPiece[][] = [];
  for (const piece of pieces) {
    const { rateHz } = piece;
    const before = runs.at(-1)?.at(-1);
    const seamless =
      before?.rateHz === rateHz &&
      Math.abs(before.startS + before.samples.length / rateHz - piece.startS) < 1.5 / rateHz;
    if (seamless) runs.at(-1)!.push(piece);
    else runs.push([piece]);
  }
  return runs.map((run) => {
    const samples = new Float64Array(run.reduce((sum, one) => sum + one.samples.length, 0));
    let at = 0;
    for (const one of run) {
      samples.set(one.samples, at);
      at += one.samples.length;
    }
    return { ...run[0]!, samples };
  });
}

const lengthS = (stretches: readonly WfdbStretch[]): number =>
  Math.max(...stretches.map(({ header, fromS }) => fromS + header.frames / header.rateHz));

const partOf = (endS: number, expectedS: number, rateHz: number): string | undefined =>
  endS < expectedS - 1.5 / rateHz
    ? `${Math.round(endS * rateHz)} of ${Math.round(expectedS * rateHz)} samples are there`
    : undefined;

const named = (files: readonly string[]): string =>
  `${files.slice(0, 3).join(', ')}${files.length > 3 ? ' …' : ''} ${files.length > 1 ? 'are' : 'is'}`;

const signalsAbsent = ({ name }: WfdbHeader, files: readonly string[]): BadRecording =>
  badFile(
    'unknown-format',
    `this is a WFDB header; ${named(files)} not beside it, nor are annotations (${name}.atr, ${name}.qrs); ` +
      'open them too',
  );

const notRead = (format: string): string =>
  `signals in WFDB format ${format}${Number(format) > 500 ? ' (FLAC)' : ''} are not read, but ` +
  `${READ_FORMATS.join(', ')} are; convert the record to format 16 with xform`;
