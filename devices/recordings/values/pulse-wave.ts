/** Names of intervals between pulses, where there is no ECG: Polar's PPI and the like. */
const PULSE =
  /^(?:pps?|ppis?|(?:pp|pulse|pulsetopulse)(?:intervals?|length)|ppinterval\w*)(?:in)?(?:ms|s|sec)?$/;
const BEAT = /^(?:rr|rri|nn|ibi)(?:intervals?)?(?:ms|s|sec)?$/;

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

export const isPulseName = (name: string): boolean => PULSE.test(plain(name));

/** Whether the intervals of a table with this header are those between pulses. */
export function hasPulseIntervals(header: string): boolean {
  const names = header.split(/[;,\t]/).map(plain);
  return names.some((name) => PULSE.test(name)) && !names.some((name) => BEAT.test(name));
}

export const PULSE_WAVE =
  'these are intervals between pulses at the skin (PPI), not between heart beats: RMSSD from them is less sure';
