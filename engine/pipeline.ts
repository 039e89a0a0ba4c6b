import type { OperatorFunction } from 'rxjs';
import { engineConfig, type EngineConfig } from './config/engine-config.ts';
import { classifyBeats } from './operators/classify-beats.ts';
import { dose } from './operators/dose.ts';
import { estimateArousal } from './operators/estimate-arousal.ts';
import { estimateCraving } from './operators/estimate-craving.ts';
import { findBaseline } from './operators/find-baseline.ts';
import { keepTime } from './operators/keep-time.ts';
import { measureHrv } from './operators/measure-hrv.ts';
import { placeBeats } from './operators/place-beats.ts';
import { writeLog } from './operators/write-log.ts';
import type { DosingPolicy } from './dosing/policy.ts';
import type { ArousalEstimator } from './arousal/arousal-estimator.ts';
import type { InputEvent, Tick } from './session/signal.ts';
import type { SessionEvent } from './session/signal.ts';
import type { Signal } from './session/signal.ts';

/** The first half of the path: from inputs to heart rate variability at each step. Enough where nothing is dosed. */
export const measured =
  (config: EngineConfig = engineConfig()): OperatorFunction<InputEvent | Tick, Signal> =>
  (inputs$) =>
    inputs$.pipe(
      keepTime(config), //          a step each second of session time
      placeBeats(config), //        packets → RR intervals on the beat clock, gaps
      classifyBeats(), //           RR → NN: which intervals are heart beats, which are artefacts
      measureHrv(config), //        rolling windows: heart rate, RMSSD, SDNN; FFT → LF and HF power
    );

/** Parts of the path that a researcher or a consenting person can swap; absent: the engine's own. */
export interface EngineParts {
  readonly estimator?: ArousalEstimator | undefined;
  readonly policy?: DosingPolicy | undefined;
}

/**
 * The whole path, from what a strap and a person say to what is played and logged.
 *
 * Every stage hands on what it gets and adds what it concludes, so what comes out at the end is the session log
 * itself: each input before everything derived from it. Nothing here reads a clock or rolls a die; the same inputs
 * give the same log, live in a browser and in a replay a year later.
 *
 * In: one `session-started` first, then inputs and ticks in the order of their `atMs`.
 * @throws RangeError  (on the error channel) a protocol that does not exist
 */
export const attune =
  (
    config: EngineConfig = engineConfig(),
    { estimator, policy }: EngineParts = {},
  ): OperatorFunction<InputEvent | Tick, SessionEvent> =>
  (inputs$) =>
    inputs$.pipe(
      measured(config), //          beats → NN → heart rate variability, as above
      findBaseline(config), //      this person's rest
      estimateArousal(config, estimator), // 0–1 with its uncertainty, or withheld with a reason
      estimateCraving(), //         the person's own rating
      dose(config, policy), //      protocol → shield → policy → decision and crossfade, as data
      writeLog(), //                the session log
    );
