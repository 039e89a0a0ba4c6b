/** A tempo that glides evenly in time from one to another and then stays. Times in seconds of the context. */
export interface Glide {
  readonly at: number;
  /** Beats a second. */
  readonly from: number;
  readonly to: number;
  readonly overS: number;
}

export const steady = (at: number, speed: number): Glide => ({ at, from: speed, to: speed, overS: 0 });

/** Beats a second at a time. */
export const speedAt = ({ at, from, to, overS }: Glide, time: number): number =>
  time >= at + overS ? to : from + (to - from) * Math.max(0, (time - at) / overS);

/** Beats since `at`. */
export function beatsAt({ at, from, to, overS }: Glide, time: number): number {
  const t = time - at;
  if (t <= 0) return from * t;
  if (t >= overS) return ((from + to) / 2) * overS + to * (t - overS);
  return from * t + ((to - from) * t * t) / (2 * overS);
}

/** The time at which so many beats have passed since `at`: the inverse of `beatsAt`. */
export function timeAt({ at, from, to, overS }: Glide, beats: number): number {
  if (beats <= 0) return at + beats / from;
  const gliding = ((from + to) / 2) * overS;
  if (beats >= gliding) return at + overS + (beats - gliding) / to;
  const rise = (to - from) / overS;
  // The root that stays right when the rise is 0.
  return at + (2 * beats) / (from + Math.sqrt(from * from + 2 * rise * beats));
}

/** How many beats of one piece may go with one of another: as many, three to two, or twice as many. */
const RATIOS = [1, 3 / 2, 2 / 3, 2, 1 / 2];
/** Anything but beat for beat must bring the tempos this much nearer (log): about 20 %. */
const PREFERS_ONE = 0.18;

/** The ratio of beats at which two tempos need to give way the least. */
export const ratioOf = (leaving: number, coming: number): number =>
  RATIOS.reduce((best, ratio) => {
    const cost = (r: number): number =>
      Math.abs(Math.log((leaving * r) / coming)) + (r === 1 ? 0 : PREFERS_ONE);
    return cost(ratio) < cost(best) ? ratio : best;
  });
