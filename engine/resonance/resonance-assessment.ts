import type { NnInterval } from '../artefacts/nn-interval.ts';
import { paceSwing, type LeftOut, type PacedStretch, type PaceSwing } from './pace-swing.ts';
import { posteriorOf, type Posterior, type SwingBand } from './resonance-posterior.ts';

/** What was seen, whatever follows from it. */
interface Seen {
  readonly swings: readonly PaceSwing[];
  readonly leftOut: readonly LeftOut[];
}

/** What an assessment says of today. */
export type ResonanceVerdict = Seen &
  (
    | {
        readonly kind: 'pace';
        /** Breaths a minute at which the swing is largest: the middle of the posterior, and its 90 % interval. */
        readonly perMinute: number;
        readonly low: number;
        readonly high: number;
        readonly curve: readonly SwingBand[];
      }
    /** The swing hardly depends on the pace. */
    | { readonly kind: 'flat'; readonly curve: readonly SwingBand[] }
    | { readonly kind: 'withheld'; readonly reason: ResonanceWithheld }
  );

/**
 * `unclear`: there is a best pace, but it may be nearly any. The others: too few paces could be read, mostly because of
 * this.
 */
export const RESONANCE_WITHHELD = ['too-few', 'artefacts', 'not-followed', 'no-swing', 'unclear'] as const;
export type ResonanceWithheld = (typeof RESONANCE_WITHHELD)[number];

/** Paces that must be read. */
const LEAST_PACES = 4;
/** An interval as wide as this says nothing: the paces that are tried span 2.5. */
const WIDEST = 2.2;
/** Above this probability of hardly any difference, that is what is said. */
const FLAT_FROM = 0.5;

/**
 * At which pace of breathing the heart swings most today, from stretches of paced breathing in any order.
 *
 * A posterior over rates on a grid: each pace gives the logarithm of its swing with the error of its measurement;
 * curves of {@link resonanceCurves} are weighed by how well they go through them, with a drift over the session and an
 * unevenness between paces that are both unknown and averaged over.
 *
 * @param nn  of the session, artefacts judged
 * @returns `withheld` with its reason rather than a guess. It is about today: on another day two of three people
 *   come out elsewhere (Capdevila 2021, doi:10.1038/s41598-021-87867-8).
 * Cost: some ten milliseconds. Source: paces and criterion after Shaffer & Meehan 2020, doi:10.3389/fnins.2020.570400;
 * the posterior is ours, and `npm run bench -- resonance` says how often its interval holds.
 */
export function resonanceAssessment(
  stretches: readonly PacedStretch[],
  nn: readonly NnInterval[],
): ResonanceVerdict {
  return verdictOf(stretches.map((stretch) => paceSwing(stretch, nn)));
}

/** The verdict on what was read at each pace. */
export function verdictOf(read: readonly (PaceSwing | LeftOut)[]): ResonanceVerdict {
  const swings = read.filter((one) => one.kind === 'measured');
  const leftOut = read.filter((one) => one.kind === 'left-out');
  const seen = { swings, leftOut };
  if (swings.length < LEAST_PACES) return { ...seen, kind: 'withheld', reason: mainReason(leftOut) };
  const posterior = posteriorOf(swings);
  const { curve, flat } = posterior;
  if (flat > FLAT_FROM) return { ...seen, kind: 'flat', curve };
  const [low, perMinute, high] = [0.05, 0.5, 0.95].map((share) => quantile(posterior, share));
  if (high! - low! > WIDEST) return { ...seen, kind: 'withheld', reason: 'unclear' };
  return { ...seen, kind: 'pace', perMinute: perMinute!, low: low!, high: high!, curve };
}

/** What most of the paces that are missing were left out for. */
function mainReason(leftOut: readonly LeftOut[]): ResonanceWithheld {
  const counts = (['not-followed', 'artefacts', 'no-swing'] as const).map(
    (reason) => [reason, leftOut.filter((one) => one.reason === reason).length] as const,
  );
  const skipped = leftOut.filter(({ reason }) => reason === 'skipped').length;
  const [reason, count] = counts.reduce((most, one) => (one[1] > most[1] ? one : most));
  return count > 0 && count >= skipped ? reason : 'too-few';
}

/** The rate below which `share` of the posterior lies, to a tenth. */
function quantile({ rates, mass }: Posterior, share: number): number {
  let below = 0;
  for (let i = 0; i < rates.length; i++) {
    const here = mass[i]!;
    if (below + here >= share) {
      const step = rates[1]! - rates[0]!;
      return rates[i]! + step * ((share - below) / here - 0.5);
    }
    below += here;
  }
  return rates.at(-1)!;
}
