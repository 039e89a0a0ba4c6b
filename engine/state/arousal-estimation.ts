import type { EngineConfig } from '../config.ts';
import { round } from '../round.ts';
import type { ArousalEstimated, HrvMeasured, WithheldReason } from '../session/derived-events.ts';
import type { BaselineFigures } from '../session/input-events.ts';
import type { SignalStep } from '../session/signal.ts';
import {
  arousalEvidence,
  arousalOf,
  follow,
  signalQuality,
  whyWithheld,
  type ArousalLevel,
} from './arousal.ts';

/**
 * Gives an arousal estimate at each step, or says why not. Evidence is the latest `hrv` window against the baseline.
 * While it is withheld nothing is carried over but the last level, whose uncertainty grows with the time that passes.
 */
export function arousalEstimation(config: EngineConfig): SignalStep {
  let rest: BaselineFigures | undefined;
  let paced = false;
  let touching = true;
  let window: HrvMeasured | undefined;
  let level: (ArousalLevel & { readonly atMs: number }) | undefined;
  let lastBeatMs = -Infinity;
  let begun = false;

  const withheld = (atMs: number): WithheldReason | undefined => {
    if (!touching) return 'no-contact';
    if (window === undefined || atMs - lastBeatMs > config.staleS * 1000) return 'no-beats';
    return whyWithheld(window, config) ?? (rest === undefined ? 'no-baseline' : undefined);
  };

  const estimate = (atMs: number): ArousalEstimated => {
    const why = withheld(atMs);
    const head = { type: 'arousal', author: 'engine', atMs } as const;
    const evidence = why ? undefined : arousalEvidence(window!, rest!, { config, paced });
    if (evidence === undefined) return { ...head, withheld: why ?? 'too-few-beats' };
    const elapsedS = level === undefined ? 0 : (atMs - level.atMs) / 1000;
    level = { ...follow(level, evidence, { seconds: elapsedS, config }), atMs };
    return {
      ...head,
      ...arousalOf(level, config),
      quality: round(signalQuality(window!, config), 4),
      reasons: evidence.reasons,
    };
  };

  return (signal, emit) => {
    if (signal.type === 'baseline') rest = signal.figures;
    else if (signal.type === 'pacer') paced = signal.breathsPerMinute !== undefined;
    else if (signal.type === 'skin-contact') touching = signal.contact;
    else if (signal.type === 'classified-beat') lastBeatMs = signal.atMs;
    else if (signal.type === 'hrv') window = signal;
    if (signal.type === 'packet' || signal.type === 'intervals') begun = true;
    if (signal.type === 'step' && begun) emit(estimate(signal.atMs));
    emit(signal);
  };
}
