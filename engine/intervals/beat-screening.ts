import type { SignalStep } from '../session/signal.ts';
import { agreeingBeats } from './agreeing-beats.ts';
import { plausibleBeats } from './plausible-beats.ts';

/**
 * Follows each `rr` with a `screened-rr`: whether it may be one, and which intervals are now
 * known to agree. Coarse, immediate and final, for what needs many beats: the level of heart
 * rate, and whether a rhythm is irregular.
 */
export function beatScreening(): SignalStep {
  const plausible = plausibleBeats();
  const agreeing = agreeingBeats();
  return (signal, emit) => {
    emit(signal);
    if (signal.type !== 'rr') return;
    const { atMs, rrMs, segment } = signal;
    const screened = { rrMs, segment, plausible: plausible(rrMs) };
    emit({ type: 'screened-rr', atMs, ...screened, agreeingMs: agreeing(screened) });
  };
}
