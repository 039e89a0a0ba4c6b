import type { CravingMoment } from './craving-label.ts';
import { round } from '../maths/round.ts';
import type { BaselineFigures } from '../arousal/events.ts';
import type { Signal } from '../session/signal.ts';

export type BodyFigures = Pick<CravingMoment, 'arousal' | 'heartRateZ' | 'lnRmssdZ'>;

/**
 * Least spread of rest. Minute windows overlap, so two quiet minutes may hardly differ, and a spread near zero
 * would make every later moment extreme. Judgement.
 */
const MIN_SPREAD = { heartRateBpm: 2, lnRmssd: 0.1 };
/** Length of a variability window; one that contains paced breathing reflects the pacing. */
const WINDOW_MS = 60_000;

/** Follows the body's figures that a craving label may use. */
export class CravingBody {
  private rest: BaselineFigures | undefined;
  private arousal: number | undefined;
  private heartRateBpm: number | undefined;
  private rmssdMs: number | undefined;
  private pacedUntilMs = -Infinity;

  notice(signal: Signal): void {
    if (signal.type === 'baseline') this.rest = signal.figures;
    if (signal.type === 'arousal') this.arousal = 'value' in signal ? signal.value : undefined;
    if (signal.type === 'hrv') [this.heartRateBpm, this.rmssdMs] = [signal.meanHrBpm, signal.rmssdMs];
    if (signal.type === 'pacer')
      this.pacedUntilMs = signal.breathsPerMinute === undefined ? signal.atMs + WINDOW_MS : Infinity;
  }

  /**
   * The figures at a moment, rounded; none at all while arousal is withheld, since movement,
   * a poor signal or an irregular rhythm invalidates the others as well. Variability is left
   * out under paced breathing, which raises it.
   */
  figures(atMs: number): BodyFigures {
    const { rest, arousal, heartRateBpm, rmssdMs } = this;
    if (!rest || arousal === undefined || heartRateBpm === undefined) return {};
    const beatsVary = rmssdMs !== undefined && rmssdMs > 0 && atMs >= this.pacedUntilMs;
    const spreadBpm = Math.max(MIN_SPREAD.heartRateBpm, rest.heartRateSpreadBpm);
    const spreadLn = Math.max(MIN_SPREAD.lnRmssd, rest.lnRmssdSpread ?? 0);
    return {
      arousal,
      heartRateZ: round((heartRateBpm - rest.heartRateBpm) / spreadBpm, 3),
      ...(beatsVary &&
        rest.lnRmssd !== undefined && { lnRmssdZ: round((Math.log(rmssdMs) - rest.lnRmssd) / spreadLn, 3) }),
    };
  }
}
