import { pulsePhase, steadiness, tapTiming, type Steadiness } from '../../../../engine/rhythm/index.ts';
import type { PartId } from './plan.ts';

/** What hands, keys or claps were heard with. */
export type Input = 'pad' | 'midi' | 'clap';

/** A tap and what it answers, all on the audio clock. */
export interface PartTaps {
  readonly part: PartId;
  /** Ascending, seconds. */
  readonly tapsS: readonly number[];
  /** Places at which a tap would sit, ascending, seconds. */
  readonly placesS: readonly number[];
  /** Time between two pulses, seconds. */
  readonly everyS: number;
  readonly input: Input;
  /** Whether the device's own delay was measured and is taken off. */
  readonly delayKnown: boolean;
}

/** What a part showed; kept with the practice. Figures in milliseconds, rounded to a tenth. */
export interface Finding {
  readonly part: PartId;
  readonly taps: number;
  readonly input: Input;
  /** How much the taps vary, and how many figures that rests on. */
  readonly spread:
    | {
        readonly ms: number;
        readonly errorMs: number;
        readonly n: number;
        readonly of: 'intervals' | 'places';
      }
    | { readonly withheld: 'too-few-taps'; readonly n: number };
  /** Later spread over earlier; absent: no different, as far as can be told. */
  readonly spreadTrend?: number;
  /** Share a minute by which it quickened; negative: grew calmer; absent: neither, as far as can be told. */
  readonly quickening?: number;
  /** Where the taps lie: before (negative) or after their places. */
  readonly asynchrony:
    | { readonly ms: number; readonly n: number; readonly how: 'measured' | 'rough' }
    | { readonly withheld: 'too-few-taps' | 'no-pulse' };
}

/** Distances below which figures are withheld. */
const NEEDED = 9;
/** Chance below which taps are taken to follow the pulse. */
const FOLLOWS = 0.01;

/** What can be said of a part: from few taps nothing, and of the device's own delay only what is known. */
export function findingOf(heard: PartTaps): Finding {
  const { part, tapsS, placesS, input } = heard;
  const { asynchroniesS } = tapTiming(tapsS, placesS);
  const even = part === 'pulse' || part === 'keep';
  return {
    ...{ part, taps: tapsS.length, input },
    ...(even ? byIntervals(steadiness(tapsS)) : byPlaces(asynchroniesS)),
    asynchrony: asynchronyOf(heard, asynchroniesS),
  };
}

function byIntervals(found: Steadiness): Pick<Finding, 'spread' | 'spreadTrend' | 'quickening'> {
  if ('withheld' in found) return { spread: { withheld: found.withheld, n: found.n } };
  const { n, spreadS, spreadErrorS, spreadTrend, quickening } = found;
  return {
    spread: { ms: toMs(spreadS), errorMs: toMs(spreadErrorS), n, of: 'intervals' },
    ...(spreadTrend !== undefined && { spreadTrend }),
    ...(quickening !== undefined && { quickening }),
  };
}

/** In a pattern intervals differ by themselves; how each tap lies in its place does not. */
function byPlaces(asynchroniesS: readonly number[]): Pick<Finding, 'spread'> {
  const n = asynchroniesS.length;
  if (n < NEEDED) return { spread: { withheld: 'too-few-taps', n } };
  const middle = meanOf(asynchroniesS);
  const spreadS = Math.sqrt(asynchroniesS.reduce((sum, s) => sum + (s - middle) ** 2, 0) / (n - 1));
  return { spread: { ms: toMs(spreadS), errorMs: toMs(spreadS / Math.sqrt(2 * (n - 1))), n, of: 'places' } };
}

function asynchronyOf(
  { part, tapsS, placesS, everyS, delayKnown }: PartTaps,
  asynchroniesS: readonly number[],
): Finding['asynchrony'] {
  const n = asynchroniesS.length;
  if (n < NEEDED) return { withheld: 'too-few-taps' };
  const how = delayKnown ? 'measured' : 'rough';
  if (part !== 'pulse') return { ms: toMs(meanOf(asynchroniesS)), n, how };
  // Somebody who has not found the pulse has taps everywhere, and their mean says nothing.
  const phase = pulsePhase(tapsS, { fromS: placesS[0]!, everyS });
  if (!phase || phase.byChance > FOLLOWS) return { withheld: 'no-pulse' };
  return { ms: toMs(phase.asynchronyS), n: phase.taps, how };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const toMs = (s: number): number => Math.round(10_000 * s) / 10;
