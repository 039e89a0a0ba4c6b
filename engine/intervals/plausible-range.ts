/**
 * A normal interval lies in this range, ms: 30 to 200 beats a minute. Source: Task
 * Force 1996, doi:10.1161/01.CIR.93.5.1043
 */
export const PLAUSIBLE_RR_MS = [300, 2000] as const;

export const isPlausibleRr = (rrMs: number): boolean =>
  rrMs >= PLAUSIBLE_RR_MS[0] && rrMs <= PLAUSIBLE_RR_MS[1];
