/** Names of intervals between pulses, where there is no ECG: Polar's PPI and the like. */
const PULSE = /(?:^|[^a-z])(?:pp|ppi|ppis|ppg|pulse)(?:$|[^a-z]|intervals?|length|in(?:ms|s)$)/i;

export const isPulseName = (name: string): boolean =>
  PULSE.test(name.replace(/([a-z])([A-Z])/g, '$1 $2')) || PULSE.test(name);

export const PULSE_WAVE =
  'these are intervals between pulses at the skin (PPI), not between heart beats: RMSSD from them is less sure';
