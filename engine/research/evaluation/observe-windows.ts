import type { ArousalEstimator, ArousalGuess, ArousalMoment } from '../../arousal/arousal-estimator.ts';
import type { BaselineFigures, WithheldReason } from '../../arousal/events.ts';
import { engineConfig, type EngineConfig } from '../../config/engine-config.ts';
import type { HrvMeasured } from '../../hrv/events.ts';
import { estimateArousal, findBaseline } from '../../operators/stages.ts';
import { measured } from '../../pipeline.ts';
import { runThrough } from '../../replay.ts';
import type { InputEvent } from '../../session/signal.ts';
import { restOfStretch } from './rest-of-stretch.ts';

/** A stretch of a recording with its label. */
export interface Phase {
  readonly startS: number;
  readonly endS: number;
  /** The condition looked for (stress) was there. */
  readonly positive: boolean;
}

/** One person's recording with what was the case when. */
export interface LabelledRecording {
  readonly subject: string;
  /** What its devices sent, in order. */
  readonly beats: readonly InputEvent[];
  readonly startMs: number;
  /** When the person was at rest. It calibrates, so it is not scored. */
  readonly baseline: Phase;
  /** The other phases, in order. */
  readonly phases: readonly Phase[];
}

/** A window is taken each so many seconds of a phase. */
const EVERY_S = 10;

/** A window of a phase and what was made of it. */
export interface ObservedWindow {
  readonly subject: string;
  readonly positive: boolean;
  readonly endS: number;
  /** Absent before the first beat. */
  readonly window?: HrvMeasured;
  /** Absent: the recording's baseline holds too few beats. */
  readonly rest?: BaselineFigures;
  readonly withheld?: WithheldReason;
  /** What each estimator makes of it, by its id; empty where it is withheld. */
  readonly guesses: Readonly<Record<string, ArousalGuess>>;
  /** What the estimators were given; absent where it is withheld. */
  readonly moment?: ArousalMoment;
}

/**
 * Runs a labelled recording through the engine with its baseline given and keeps the windows that lie within its
 * phases, ten seconds apart. All estimators see the same moments.
 */
export function observedWindows(
  { subject, beats, startMs, baseline, phases }: LabelledRecording,
  estimators: readonly ArousalEstimator[],
  config: EngineConfig = engineConfig(),
): readonly ObservedWindow[] {
  const rest = restOfStretch(beats, [baseline.startS, baseline.endS], config);
  const seen = seenBySecond(beats, { startMs, rest, estimators, config });
  const result: ObservedWindow[] = [];
  for (const { startS, endS, positive } of phases) {
    for (let at = Math.ceil(startS) + config.windowS; at <= endS; at += EVERY_S) {
      const moment = seen.get(at) ?? { withheld: 'no-beats', guesses: {} };
      result.push({ subject, positive, endS: at, ...moment, ...(rest && { rest }) });
    }
  }
  return result;
}

type Seen = Pick<ObservedWindow, 'window' | 'withheld' | 'guesses' | 'moment'>;

function seenBySecond(
  beats: readonly InputEvent[],
  about: {
    readonly startMs: number;
    readonly rest: BaselineFigures | undefined;
    readonly estimators: readonly ArousalEstimator[];
    readonly config: EngineConfig;
  },
): ReadonlyMap<number, Seen> {
  const { startMs, rest, estimators, config } = about;
  const together = sideBySide(estimators);
  const given: InputEvent[] = rest
    ? [{ type: 'baseline-set', atMs: startMs, author: 'clinician', figures: rest }]
    : [];
  const seen = new Map<number, Seen>();
  let window: HrvMeasured | undefined;
  // Without a baseline nothing is estimated; none may be found later, since comparisons need the labelled one.
  const noSearch = rest ? config : { ...config, baselineMaxBpm: 0 };
  runThrough(
    given.concat(beats),
    (inputs$) =>
      inputs$.pipe(measured(config), findBaseline(noSearch), estimateArousal(config, together.estimator)),
    (signal) => {
      if (signal.type === 'hrv') window = signal;
      if (signal.type !== 'arousal') return;
      const made = 'withheld' in signal ? { withheld: signal.withheld, guesses: {} } : together.latest();
      seen.set(signal.atMs / 1000, { ...made, ...(window?.atMs === signal.atMs && { window }) });
    },
  );
  return seen;
}

/** One estimator that asks all of them and keeps what they said last. */
function sideBySide(estimators: readonly ArousalEstimator[]): {
  readonly estimator: ArousalEstimator;
  latest(): Pick<ObservedWindow, 'guesses' | 'moment'>;
} {
  let latest: Pick<ObservedWindow, 'guesses' | 'moment'> = { guesses: {} };
  const estimator: ArousalEstimator<readonly unknown[]> = {
    id: 'side-by-side',
    begin: estimators.map(({ begin }) => begin),
    step(states, moment, config) {
      const steps = estimators.map((one, i) => one.step(states[i], moment, config));
      const guesses = steps.flatMap(({ guess }, i) => (guess ? [[estimators[i]!.id, guess] as const] : []));
      latest = { moment, guesses: Object.fromEntries(guesses) };
      const [first] = guesses;
      return { state: steps.map(({ state }) => state), ...(first && { guess: first[1] }) };
    },
  };
  return { estimator, latest: () => latest };
}
