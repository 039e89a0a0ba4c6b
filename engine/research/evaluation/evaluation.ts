import { brier, expectedCalibrationError, reliability, type Outcome } from '../../maths/calibration.ts';
import { mean } from '../../maths/statistics.ts';
import { auc, aucPerSubject, rocCurve } from './auc.ts';
import { leaveOneSubjectOut } from './balanced-accuracy.ts';
import { bootstrapBySubject, type Interval } from './bootstrap.ts';
import { bySubject, type ScoredWindow } from './scored-window.ts';
import type { ObservedWindow } from './observe-windows.ts';

/** A figure with its 95 % bootstrap interval by subject; both absent where they cannot be given. */
export interface EvaluationFigure extends Partial<Interval> {
  readonly value?: number;
}

export interface MethodResult {
  readonly method: string;
  readonly windows: number;
  readonly subjects: number;
  readonly aucPooled: EvaluationFigure;
  readonly aucPerSubject: EvaluationFigure;
  readonly balancedAccuracy: EvaluationFigure;
  /** Only where the score is a probability. */
  readonly brier?: EvaluationFigure;
  readonly calibrationError?: EvaluationFigure;
}

export interface Evaluation {
  readonly estimator: string;
  readonly recordings: number;
  readonly windows: number;
  readonly given: number;
  /** Windows whose coverage is above 70 %, and how many of those have an estimate. */
  readonly whole: number;
  readonly wholeGiven: number;
  readonly withheld: Readonly<Record<string, number>>;
  readonly meanCoverage: number;
  /** The estimator first; the others on the same windows, as far as they have a figure there. */
  readonly methods: readonly MethodResult[];
  /** The same, on windows whose coverage is above 70 %. */
  readonly onWhole: readonly MethodResult[];
  /** By how much the estimator is above heart rate on the same windows. */
  readonly aboveHeartRate: {
    readonly aucPooled: EvaluationFigure;
    readonly aucPerSubject: EvaluationFigure;
    readonly balancedAccuracy: EvaluationFigure;
  };
  /** Windows whose probabilities are alike: the mean that was given, and the share that was positive. */
  readonly reliability: readonly {
    readonly windows: number;
    readonly given: number;
    readonly seen: number;
  }[];
  readonly roc: ReturnType<typeof rocCurve>;
  readonly perSubject: readonly {
    readonly subject: string;
    readonly windows: number;
    readonly auc?: number;
    readonly heartRateAuc?: number;
    readonly balancedAccuracy?: number;
  }[];
}

export interface EvaluationOptions {
  readonly estimator: string;
  readonly draws: number;
  readonly seed: number;
}

const FULL_COVERAGE = 0.7;
/** Plain figures that everything is compared with; higher speaks for stress. */
const COMPARED: Readonly<Record<string, (window: ObservedWindow) => number | undefined>> = {
  'HR above baseline': ({ window, rest }) =>
    window?.meanHrBpm === undefined || !rest ? undefined : window.meanHrBpm - rest.heartRateBpm,
  'RMSSD below baseline': ({ window, rest }) =>
    window?.rmssdMs && rest?.lnRmssd !== undefined ? rest.lnRmssd - Math.log(window.rmssdMs) : undefined,
  'LF/HF': ({ window }) =>
    window?.spectrum ? Math.log(window.spectrum.lfMs2 / window.spectrum.hfMs2) : undefined,
};
const HEART_RATE = 'HR above baseline';

/** Everything that `attune evaluate` says of an estimator, from the windows that were observed. */
export function evaluation(windows: readonly ObservedWindow[], options: EvaluationOptions): Evaluation {
  const { estimator } = options;
  const given = windows.filter(({ guesses }) => guesses[estimator] !== undefined);
  const whole = windows.filter(({ window }) => (window?.coverage ?? 0) > FULL_COVERAGE);
  const wholeGiven = whole.filter(({ guesses }) => guesses[estimator] !== undefined);
  const ours = scored(given, (one) => one.guesses[estimator]?.value);
  const withheld: Record<string, number> = {};
  for (const { withheld: why, guesses } of windows) {
    const reason = why ?? (guesses[estimator] ? undefined : 'too-few-beats');
    if (reason) withheld[reason] = (withheld[reason] ?? 0) + 1;
  }
  return {
    estimator,
    recordings: bySubject(windows).size,
    windows: windows.length,
    given: given.length,
    whole: whole.length,
    wholeGiven: wholeGiven.length,
    withheld,
    meanCoverage: windows.length === 0 ? 0 : mean(windows.map(({ window }) => window?.coverage ?? 0)),
    methods: methodsOn(given, options),
    onWhole: methodsOn(wholeGiven, options),
    aboveHeartRate: aboveHeartRate(given, options),
    reliability: reliability(outcomes(ours)).map((bin) => ({
      windows: bin.count,
      given: bin.forecast,
      seen: bin.observed,
    })),
    roc: rocCurve(ours),
    perSubject: perSubject(given, estimator),
  };
}

function methodsOn(windows: readonly ObservedWindow[], options: EvaluationOptions): readonly MethodResult[] {
  const guessed = [...new Set(windows.flatMap(({ guesses }) => Object.keys(guesses)))].sort(
    (a, b) => Number(b === options.estimator) - Number(a === options.estimator),
  );
  return [
    ...guessed.map((id) => {
      const guesses = scored(windows, (one) => one.guesses[id]?.value);
      return { ...methodResult(id, guesses, options), ...calibration(guesses, options) };
    }),
    ...Object.entries(COMPARED).map(([name, score]) => methodResult(name, scored(windows, score), options)),
  ];
}

function methodResult(
  method: string,
  windows: readonly ScoredWindow[],
  options: EvaluationOptions,
): MethodResult {
  return {
    method,
    windows: windows.length,
    subjects: bySubject(windows).size,
    aucPooled: figureOf(windows, auc, options),
    aucPerSubject: figureOf(windows, aucPerSubject, options),
    balancedAccuracy: figureOfSubjects(leaveOneSubjectOut(windows), options),
  };
}

const calibration = (windows: readonly ScoredWindow[], options: EvaluationOptions) => ({
  brier: figureOf(windows, (drawn) => brier(outcomes(drawn)), options),
  calibrationError: figureOf(
    windows,
    (drawn) => expectedCalibrationError(reliability(outcomes(drawn))),
    options,
  ),
});

const outcomes = (windows: readonly ScoredWindow[]): readonly Outcome[] =>
  windows.map(({ score, positive }) => ({ probability: score, positive }));

const figureOf = <W extends Pick<ScoredWindow, 'subject'>>(
  windows: readonly W[],
  of: (drawn: readonly W[]) => number | undefined,
  options: EvaluationOptions,
): EvaluationFigure =>
  windows.length === 0 ? {} : withInterval(of(windows), bootstrapBySubject(windows, of, options));

const withInterval = (value: number | undefined, interval: Interval | undefined): EvaluationFigure => ({
  ...(value !== undefined && { value }),
  ...interval,
});

/** A mean over subjects; thresholds are those of the whole set, so a draw only draws subjects. */
function figureOfSubjects(own: ReadonlyMap<string, number>, options: EvaluationOptions): EvaluationFigure {
  const rows = [...own].map(([subject, value]) => ({ subject, value }));
  if (rows.length === 0) return {};
  const ofDrawn = (drawn: readonly { readonly value: number }[]) => mean(drawn.map(({ value }) => value));
  return withInterval(ofDrawn(rows), bootstrapBySubject(rows, ofDrawn, options));
}

interface Pair {
  readonly subject: string;
  readonly positive: boolean;
  readonly ours: number;
  readonly rate: number;
}

function aboveHeartRate(
  windows: readonly ObservedWindow[],
  options: EvaluationOptions,
): Evaluation['aboveHeartRate'] {
  const pairs: readonly Pair[] = windows.flatMap((one) => {
    const ours = one.guesses[options.estimator]?.value;
    const rate = COMPARED[HEART_RATE]!(one);
    return ours === undefined || rate === undefined
      ? []
      : [{ subject: one.subject, positive: one.positive, ours, rate }];
  });
  const gain = (of: (scored: readonly ScoredWindow[]) => number | undefined) => (drawn: readonly Pair[]) => {
    const [ours, rate] = [
      of(drawn.map((one) => ({ ...one, score: one.ours }))),
      of(drawn.map((one) => ({ ...one, score: one.rate }))),
    ];
    return ours === undefined || rate === undefined ? undefined : ours - rate;
  };
  const mine = leaveOneSubjectOut(pairs.map((one) => ({ ...one, score: one.ours })));
  const theirs = leaveOneSubjectOut(pairs.map((one) => ({ ...one, score: one.rate })));
  const differences = new Map([...mine].map(([subject, value]) => [subject, value - theirs.get(subject)!]));
  return {
    aucPooled: figureOf(pairs, gain(auc), options),
    aucPerSubject: figureOf(pairs, gain(aucPerSubject), options),
    balancedAccuracy: figureOfSubjects(differences, options),
  };
}

function perSubject(windows: readonly ObservedWindow[], estimator: string): Evaluation['perSubject'] {
  const accuracy = leaveOneSubjectOut(scored(windows, (one) => one.guesses[estimator]?.value));
  return [...bySubject(windows)].map(([subject, own]) => {
    const ours = auc(scored(own, (one) => one.guesses[estimator]?.value));
    const rate = auc(scored(own, COMPARED[HEART_RATE]!));
    const balanced = accuracy.get(subject);
    return {
      subject,
      windows: own.length,
      ...(ours !== undefined && { auc: ours }),
      ...(rate !== undefined && { heartRateAuc: rate }),
      ...(balanced !== undefined && { balancedAccuracy: balanced }),
    };
  });
}

function scored(
  windows: readonly ObservedWindow[],
  score: (window: ObservedWindow) => number | undefined,
): readonly ScoredWindow[] {
  return windows.flatMap((one) => {
    const value = score(one);
    return value === undefined || Number.isNaN(value)
      ? []
      : [{ subject: one.subject, positive: one.positive, score: value }];
  });
}
