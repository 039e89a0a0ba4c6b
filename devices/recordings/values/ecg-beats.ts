import { fault, ok, rPeakDetector, type Result } from '../../../engine/index.ts';
import { placeBeats, type Placed } from './placing.ts';
import { noBeats, shown, type BadRecording, type RecordingItem } from '../recording.ts';
import { median, unitOfRr } from './units.ts';

/** A stretch of an ECG without a hole. */
export interface EcgPiece {
  /** Of its first sample, in the recording. */
  readonly startS: number;
  /** In any unit; NaN where nothing was measured. */
  readonly samples: ArrayLike<number>;
  /** Where it differs from that of the signal as a whole, 1/s. */
  readonly rateHz?: number;
}

export interface EcgSignal {
  readonly label: string;
  readonly rateHz: number;
  /** In the order of time; no interval reaches from one to the next. */
  pieces(): readonly EcgPiece[];
}

/** From this share of its time on in which beats follow each other, an ECG is good enough not to try the next. */
const GOOD_SHARE = 0.9;
/** Longer than this between two beats, the time between them does not count as one with beats. */
const LONGEST_RR_MS = 2500;
/** An interval follows the others if it is as long as its neighbours, but for this share. */
const UNLIKE = 0.3;

/** The beats found, in which rate the ECG is, and where it ends in the recording. */
export interface EcgBeats extends Placed {
  readonly rateHz: number;
  readonly endS: number;
}

/**
 * The beats in the first of these ECGs that has them nearly everywhere, or else in the one that has most; with a
 * warning that says which was taken and that nobody has checked the beats.
 */
export function beatsInEcgs(signals: readonly EcgSignal[]): Result<EcgBeats, BadRecording> {
  let best: Searched | undefined;
  const faults: BadRecording[] = [];
  for (const signal of signals.slice(0, MAX_TRIED)) {
    const searched = search(signal);
    if (!searched.ok) faults.push(searched.fault);
    else if (best === undefined || searched.value.regular > best.regular) best = searched.value;
    if (best !== undefined && best.regular >= GOOD_SHARE) break;
  }
  if (!best) return fault(faults[0] ?? noBeats());
  const { label } = best.signal;
  const poorer =
    signals.indexOf(best.signal) > 0 ? `, which shows them better than ${shown(signals[0]!.label)}` : '';
  const found = `the beats were found by Attune in ${named(best.signal)}${poorer}; nobody has looked at them`;
  const part =
    best.share < GOOD_SHARE
      ? [
          `in ${Math.round(100 * (1 - best.share))} % of the ECG ${shown(label)} no beats stand out; they are left out`,
        ]
      : [];
  const { items, endS } = best;
  const { rateHz } = best.signal;
  return ok({ items, times: 'written', warnings: [found, ...part, ...best.warnings], rateHz, endS });
}

/** As long without a beat is a hole: see `placeBeats`. */
const SILENCE_S = 10;
/** A recording of sixteen leads on which nothing is seen is not searched for minutes. */
const MAX_TRIED = 4;

interface Searched {
  readonly signal: EcgSignal;
  readonly items: readonly RecordingItem[];
  readonly warnings: readonly string[];
  /** Of the ECG's time, 0–1, in which there are beats. */
  readonly share: number;
  /** The same, where they also follow each other evenly: of several leads the one with most is read. */
  readonly regular: number;
  readonly endS: number;
}

const named = ({ label, rateHz }: EcgSignal): string =>
  `the ECG ${label.trim() === '' ? 'without a name' : shown(label)} at ${Number(rateHz.toPrecision(6))} Hz`;

/** See {@link rPeakDetector}. */
const isSearchable = (rateHz: number): boolean => rateHz >= 100 && rateHz <= 4000;

function search(signal: EcgSignal): Result<Searched, BadRecording> {
  const { rateHz } = signal;
  if (!isSearchable(rateHz))
    return fault(
      noBeats(`${named(signal)} cannot be searched for beats, for which it must have 100–4000 Hz`),
    );
  const pieces = signal.pieces();
  const items: RecordingItem[] = [];
  let holes = 0;
  let lengthMs = 0;
  for (const { startS, samples, rateHz: ownHz = rateHz } of pieces) {
    lengthMs += (1000 * samples.length) / ownHz;
    if (!isSearchable(ownHz)) continue;
    const detector = rPeakDetector(ownHz);
    const peaksS = [...detector.push(samples), ...detector.end()];
    holes += peaksS.filter((peakS, i) => i > 0 && peakS - peaksS[i - 1]! > SILENCE_S).length;
    items.push(...placeBeats(peaksS.map((peakS) => (startS + peakS) * 1000)).items);
  }
  const rrMs = items.map((item) => (item.type === 'intervals' ? item.rrMs[0]! : 0));
  if (unitOfRr(rrMs)?.ms !== 1)
    return fault(
      noBeats(`in ${named(signal)} no beats stand out that follow each other like those of a heart`),
    );
  const share = (follows: (rr: number, i: number) => boolean) =>
    rrMs.reduce((sum, rr, i) => sum + (rr <= LONGEST_RR_MS && follows(rr, i) ? rr : 0), 0) / lengthMs;
  const regular = share((rr, i) => {
    const usual = median(rrMs.slice(Math.max(0, i - 2), i + 3));
    return Math.abs(rr - usual) < UNLIKE * usual;
  });
  const last = pieces.at(-1)!;
  const endS = endOf(last, rateHz);
  return ok({
    signal,
    items,
    warnings: holesSaid(pieces, rateHz, holes),
    share: share(() => true),
    regular,
    endS,
  });
}

const endOf = ({ startS, samples, rateHz: ownHz }: EcgPiece, rateHz: number): number =>
  startS + samples.length / (ownHz ?? rateHz);

function holesSaid(pieces: readonly EcgPiece[], rateHz: number, silent: number): string[] {
  let missingS = 0;
  pieces.forEach(({ startS }, i) => {
    const before = pieces[i - 1];
    if (before) missingS += Math.max(0, startS - endOf(before, rateHz));
  });
  const count = pieces.length - 1;
  const gaps =
    count === 0
      ? []
      : [
          `the recording has ${count === 1 ? 'a hole' : `${count} holes`} of ${Math.round(missingS)} s altogether`,
        ];
  const quiet = `${silent} ${silent === 1 ? 'hole' : 'holes'} of more than 10 s without a beat`;
  return silent === 0 ? gaps : [...gaps, quiet];
}
