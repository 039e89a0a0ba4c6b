import { fault, ok, type Result } from '../../../engine/index.ts';
import type { BeatLabel } from '../values/beat-labels.ts';
import { placeMarked } from '../values/marked-beats.ts';
import { badFile, noBeats, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type ReadOptions, type WholeFile } from '../parser.ts';
import { median, unitOfRr, unitUnknown } from '../values/units.ts';
import { annotationsIn, definedIn, type Annotation } from './wfdb-annotations.ts';
import { ANNOTATORS, samplingRateOf } from './wfdb-header.ts';
import { isIshne } from './ishne-header.ts';
import { parseWfdbSignals } from './wfdb-signals.ts';
import type { WholeFileFormat } from '../format.ts';

/** Codes that stand for a QRS complex. Source: WFDB, ecgmap.h, `isqrs`. */
const BEATS = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 25, 30, 34, 35, 38, 41]);
/** Their mnemonics, where a file defines kinds of its own. */
const BEAT_MNEMONICS = /^[NLRaVFJASEjQenfrBY/?]$/;
/** Normal beats, those of a bundle branch block and of an escape among them. */
const NORMAL = new Set([1, 2, 3, 11, 25, 34]);
const NORMAL_MNEMONICS = /^[NLRBje]$/;
/** `|`: something like a QRS complex that is none. */
const ARTEFACT = 16;
const NOTE = 22;

/** Records of the MIT-BIH Arrhythmia Database: all have 650 000 samples at 360 Hz. Source: PhysioNet, mitdb 1.0.0. */
const MITDB = /^(?:10[0-9]|11[1-9]|12[1-4]|20[0-35789]|21[02-579]|22[0-38]|23[0-4])$/;
const MITDB_HZ = 360;
const MITDB_SAMPLES = [640_000, 650_000] as const;

type Rate = { readonly hz: number; readonly from: 'header' | 'option' | 'values'; readonly warning?: string };

const isWfdb = (name: string, bytes: Uint8Array): boolean =>
  /\.(?:atr|qrs|ecg|ann|ari|man|wqrs|gqrs|wrann|xws|pwave|st[abc-])$/i.test(name) ||
  (bytes.length >= 8 && annotationsIn(bytes)?.ended === true);

/**
 * Beats of a WFDB annotation file (MIT format); the intervals are those between consecutive QRS
 * complexes of any kind. The sampling rate comes from the record's .hea file, a note in the
 * annotations or the caller; it is never guessed.
 */
function parseWfdb(file: WholeFile): Result<ParsedRecording, BadRecording> {
  if (isAha(file.bytes)) return fault(badFile('unknown-format', AHA_ONLY));
  const read = annotationsIn(file.bytes);
  if (!read) return fault(badFile('damaged', 'its annotations break off in disorder; copy the file again'));
  const own = definedIn(read.all);
  const isBeat = (code: number) => BEATS.has(code) || BEAT_MNEMONICS.test(own.get(code) ?? '');
  const labelOf = (code: number): BeatLabel => {
    const mnemonic = own.get(code);
    if (isBeat(code))
      return (mnemonic === undefined ? NORMAL.has(code) : NORMAL_MNEMONICS.test(mnemonic))
        ? 'normal'
        : 'ectopic';
    return mnemonic === '|' || (mnemonic === undefined && code === ARTEFACT) ? 'artefact' : 'no-beat';
  };
  const beats = read.all.filter(({ code, sample }) => sample >= 0 && isBeat(code));
  if (beats.length < 2) return fault(noBeats('there are no beats among these annotations'));
  const rate = rateOf(file, read.all, beats.at(-1)!.sample);
  const steps = beats.slice(1).map(({ sample }, i) => sample - beats[i]!.sample);
  if (!rate)
    return fault(
      badFile(
        'unknown-unit',
        `beats are counted in samples, and ${headerName(file.name)}, which says how many make a second, ` +
          'is not beside it; add it, or convert with --rate <hz>',
      ),
    );
  const rrMs = steps.map((step) => (step * 1000) / rate.hz);
  if (unitOfRr(rrMs)?.ms !== 1) return fault(unitUnknown(median(rrMs)));
  const marks = read.all.filter(({ sample }) => sample >= 0);
  const placed = placeMarked({
    timesMs: marks.map(({ sample }) => (sample * 1000) / rate.hz),
    labels: marks.map(({ code }) => labelOf(code)),
    kind: 'number',
    unitMs: 1000 / rate.hz,
    lines: marks.map((_, i) => i + 1),
    counts: 'annotation',
    artefacts: 'note',
  });
  if (!placed) return fault(badFile('damaged', 'its beats stand in no order of time; copy the file again'));
  const facts = {
    what: 'beats of a WFDB annotation file',
    unit: { name: `1/${rate.hz} s`, from: rate.from },
    times: placed.times,
  } as const;
  const warnings = [...(rate.warning === undefined ? [] : [rate.warning]), ...placed.warnings];
  const partial = read.ended ? undefined : 'it breaks off before its mark of the end';
  return ok({ format: 'wfdb', items: placed.items, found: found(facts, { partial, warnings }) });
}

const AHA_ONLY =
  'these are annotations in the AHA format, which is not read; convert them with rdann and wrann to the MIT format';

/** Records of 16 bytes, each with a 0 and a letter for the kind of beat. Source: WFDB Applications Guide, annot(5). */
function isAha(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || bytes.length % 16 !== 0) return false;
  for (let at = 0; at < bytes.length; at += 16)
    if (bytes[at] !== 0 || !'NVFEPQOUR[]'.includes(String.fromCharCode(bytes[at + 1]!))) return false;
  return true;
}

function rateOf(file: WholeFile, all: readonly Annotation[], lastSample: number): Rate | undefined {
  if (file.rateHz !== undefined) return { hz: file.rateHz, from: 'option' };
  // Annotations may be made at another resolution than the signals: then they say so, at the beginning.
  const note = all.find(({ code, aux }) => code === NOTE && aux?.startsWith('## time resolution:'));
  const noted = Number.parseFloat(note?.aux?.split(':')[1] ?? '');
  if (noted > 0) return { hz: noted, from: 'header' };
  const header = file.sibling?.(headerName(file.name));
  const hz = header && samplingRateOf(new TextDecoder().decode(header));
  if (hz !== undefined) return { hz, from: 'header' };
  const [low, high] = MITDB_SAMPLES;
  if (!MITDB.test(recordOf(file.name)) || lastSample < low || lastSample > high) return undefined;
  const warning =
    `${headerName(file.name)} is missing; name and length are those of MIT-BIH Arrhythmia, ` +
    'so 360 Hz was taken';
  return { hz: MITDB_HZ, from: 'values', warning };
}

const recordOf = (name: string): string => name.replace(/\.[^.]*$/, '');
const headerName = (name: string): string => `${recordOf(name)}.hea`;

/** A header has no beats of its own: they are read from its annotation file, or else detected in its ECG. */
function parseWfdbHeader(file: WholeFile): Result<ParsedRecording, BadRecording> {
  const text = new TextDecoder().decode(file.bytes);
  return annotatedBeats(recordOf(file.name), file) ?? parseWfdbSignals(text, file);
}

/** Of the annotation files beside a header the first with beats: some hold the rhythm alone. */
function annotatedBeats(
  record: string,
  options: ReadOptions,
): Result<ParsedRecording, BadRecording> | undefined {
  let bad: Result<ParsedRecording, BadRecording> | undefined;
  for (const name of ANNOTATORS.map((annotator) => `${record}.${annotator}`)) {
    const bytes = options.sibling?.(name);
    if (!bytes || isIshne(bytes)) continue;
    const read = parseWfdb({ ...options, name, bytes });
    if (read.ok) return read;
    if (read.fault.reason !== 'empty') bad ??= read;
  }
  return bad;
}

export const WFDB_ANNOTATIONS: WholeFileFormat = {
  id: 'wfdb-annotations',
  kind: 'whole-file',
  tells: isWfdb,
  recognisedByHead: false,
  parse: parseWfdb,
  layouts: [
    {
      name: 'WFDB annotations (`.atr`, `.qrs`, `.ecg` …)',
      format: 'wfdb',
      recognisedBy: 'MIT words, ended by 0',
      gives: 'QRS codes of `isqrs`, with their labels; MIT format only',
      unit: 'samples; rate from a note within, `.hea`, or `--rate`',
      times: 'as written',
      tested: 'recorded: 4 files; record 100 equal to wfdb-python',
    },
  ],
};

/** Signals cannot be told without their header: which it is, is said, or that there is none. */
function refuseSignals({ name, sibling }: WholeFile): Result<ParsedRecording, BadRecording> {
  const header = headerName(name);
  const what = sibling?.(header)
    ? `these are the signals of a WFDB record; open its header ${header} instead`
    : `these may be the signals of a WFDB record, but its header ${header} is not beside them; open it with them`;
  return fault(badFile('unknown-format', what));
}

const isHeader = (name: string): boolean => /\.hea$/i.test(name);
/** A `.dat` of text is something else. */
const isSignals = (name: string, bytes: Uint8Array): boolean =>
  /\.dat$/i.test(name) && bytes.subarray(0, 256).some((byte) => byte < 9);

export const WFDB_HEADER: WholeFileFormat = {
  id: 'wfdb-header',
  kind: 'whole-file',
  tells: (name, bytes) => isHeader(name) || isSignals(name, bytes),
  recognisedByHead: true,
  parse: (file) => (isHeader(file.name) ? parseWfdbHeader(file) : refuseSignals(file)),
  layouts: [
    {
      name: 'WFDB signals (`.hea` with `.dat`)',
      format: 'wfdb',
      recognisedBy: 'a `.hea` without annotations beside it',
      gives:
        'R peaks of the ECG; formats 8, 16, 24, 32, 61, 80, 160, 212, 310, 311; segments, with their gaps',
      unit: 'samples; rate from `.hea`, samples per frame',
      times: 'as written',
      tested: 'virtual',
    },
  ],
};
