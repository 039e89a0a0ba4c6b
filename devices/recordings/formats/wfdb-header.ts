/** Sampling rate where a header names none, 1/s. Source: WFDB, header(5). */
const DEFAULT_HZ = 250;

/**
 * Samples a second that a WFDB header's record line names: "name signals rate[/counter…] samples …".
 * @returns `undefined` if it is not a header
 */
export function samplingRateOf(header: string): number | undefined {
  const record = header.split(/\r?\n/).find((line) => line.trim() !== '' && !line.startsWith('#'));
  const [, rate] = /^\S+\s+\d+(?:\s+(\S+))?/.exec(record ?? '') ?? [];
  if (record === undefined || !/^\S+\s+\d/.test(record)) return undefined;
  if (rate === undefined) return DEFAULT_HZ;
  const hz = Number(rate.split('/')[0]);
  return hz > 0 && hz < 1e6 ? hz : undefined;
}

export const isWfdbHeader = (line: string): boolean =>
  /^\S+ +\d+ +\d+(?:\.\d+)?(?:\/\S+)?(?: +\d+)?\s*(?: .*)?$/.test(line);

/** Names of the annotators whose files hold beats, the most carefully checked first. */
export const ANNOTATORS = ['atr', 'ecg', 'qrs', 'ann', 'wqrs', 'gqrs'] as const;
