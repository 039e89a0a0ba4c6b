import type { Points } from './points.ts';
import type { Psd } from './psd.ts';

/** Equidistant frequencies: `bins` of them from `firstHz` on. */
export interface FrequencyGrid {
  readonly firstHz: number;
  readonly binWidthHz: number;
  readonly bins: number;
}

/**
 * Lomb–Scargle density of an unevenly sampled series: nothing is interpolated, so
 * it serves as a check on methods that do.
 *
 * @param points x in seconds, strictly rising; y in any unit, its mean is taken off here
 * @returns density scaled by 2·T/N (T from the first to the last point), so that band powers compare with Welch's:
 *   a sine of amplitude a that fits the span gives a²/2
 * @throws RangeError fewer than 3 points
 * Cost: O(points · bins). Source: Scargle 1982, doi:10.1086/160554; Press & Rybicki 1989 for τ.
 */
export function lombScargle({ x, y }: Points, grid: FrequencyGrid): Psd {
  const n = x.length;
  if (n < 3) throw new RangeError(`Lomb–Scargle needs 3 points, not ${n}`);
  const mean = y.reduce((sum, v) => sum + v, 0) / n;
  const scale = (2 * (x[n - 1]! - x[0]!)) / n;
  const density = new Float64Array(grid.bins);
  for (let k = 0; k < grid.bins; k++) {
    const omega = 2 * Math.PI * (grid.firstHz + k * grid.binWidthHz);
    let [yc, ys, cc, cs] = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const angle = omega * (x[i]! - x[0]!);
      const c = Math.cos(angle);
      const s = Math.sin(angle);
      yc += (y[i]! - mean) * c;
      ys += (y[i]! - mean) * s;
      cc += c * c;
      cs += c * s;
    }
    density[k] = scale * atFrequency({ yc, ys, cc, cs, n });
  }
  return { density, firstHz: grid.firstHz, binWidthHz: grid.binWidthHz };
}

interface Sums {
  readonly yc: number;
  readonly ys: number;
  readonly cc: number;
  readonly cs: number;
  readonly n: number;
}

/** The periodogram at one frequency, its sums turned by the τ that makes sine and cosine orthogonal. */
function atFrequency({ yc, ys, cc, cs, n }: Sums): number {
  const ss = n - cc;
  const turn = 0.5 * Math.atan2(2 * cs, cc - ss);
  const c = Math.cos(turn);
  const s = Math.sin(turn);
  const cosine = c * c * cc + 2 * c * s * cs + s * s * ss;
  const sine = n - cosine;
  const [alongCosine, alongSine] = [c * yc + s * ys, c * ys - s * yc];
  const share = (along: number, norm: number) => (norm > 1e-12 * n ? (along * along) / norm : 0);
  return 0.5 * (share(alongCosine, cosine) + share(alongSine, sine));
}
