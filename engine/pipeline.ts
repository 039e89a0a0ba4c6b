import type { OperatorFunction } from 'rxjs';
import type { ArousalEstimator } from './arousal/arousal-estimator.ts';
import { engineConfig, type EngineConfig } from './config/engine-config.ts';
import { sessionPolicies } from './dosing/policies/session-policies.ts';
import type { DosingPolicy } from './dosing/policy.ts';
import {
  classifyBeats,
  decodePackets,
  dose,
  estimateArousal,
  estimateCraving,
  findBaseline,
  keepTime,
  measureHrv,
  placeBeats,
  screenBeats,
} from './operators/stages.ts';
import { writeLog } from './operators/write-log.ts';
import type { InputEvent, SessionEvent, Signal, Tick } from './session/signal.ts';

/** The first half of the path: from inputs to heart rate variability at each step. Enough where nothing is dosed. */
export const measured =
  (config: EngineConfig = engineConfig()): OperatorFunction<InputEvent | Tick, Signal> =>
  (inputs$) =>
    inputs$.pipe(
      keepTime(config), //          a step each second of session time
      decodePackets(), //           bytes → heart rate, RR intervals, contact; acceleration
      placeBeats(config), //        RR intervals on the beat clock, gaps
      screenBeats(), //             RR → plausible beats, at once: for the level of heart rate
      classifyBeats(), //           RR → NN, some beats later: for variability
      measureHrv(config), //        rolling windows of NN: RMSSD, SDNN; FFT → LF and HF power
    );

/** Parts of the path that a researcher, or a person with their consent, can replace; absent: the engine's own. */
export interface EngineParts {
  readonly estimator?: ArousalEstimator | undefined;
  readonly policy?: DosingPolicy | undefined;
}

/**
 * The whole path with everything that flows on it: what {@link attune} logs, and the beats, intervals and steps in
 * between that a page draws. Every stage passes on what it gets and adds what it concludes, so each input comes
 * before everything derived from it. Nothing here reads a clock or draws random numbers; the same inputs give the
 * same signals, live in a browser and in a replay a year later.
 *
 * In: one `session-started` first, then inputs and ticks in the order of their `atMs`.
 * @throws RangeError (on the error channel) a protocol that does not exist
 */
export const attuneSignals =
  (
    config: EngineConfig = engineConfig(),
    { estimator, policy }: EngineParts = {},
  ): OperatorFunction<InputEvent | Tick, Signal> =>
  (inputs$) =>
    inputs$.pipe(
      measured(config), //          packets → beats → NN → heart rate variability, as above
      findBaseline(config), //      this person's rest
      estimateArousal(config, estimator), // from the level of plausible beats, not from NN: 0–1, or why withheld
      estimateCraving(), //         the person's own rating
      dose(config, sessionPolicies(config, policy)), // protocol → shield → policy → decision and crossfade, as data
    );

/**
 * The whole path, from what a strap and a person say to what is played and
 * logged: {@link attuneSignals}, kept as the log.
 */
export const attune =
  (
    config: EngineConfig = engineConfig(),
    parts: EngineParts = {},
  ): OperatorFunction<InputEvent | Tick, SessionEvent> =>
  (inputs$) =>
    inputs$.pipe(attuneSignals(config, parts), writeLog());
