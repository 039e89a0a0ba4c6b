const MINUTE_MS = 60_000;
/** Nobody is ready in less, ms. */
const LEAST_MS = 60_000;

/** The full minutes at which two may begin: from the first that leaves a minute to get ready. */
export function startsAfter(nowMs: number, count = 10): readonly number[] {
  const first = Math.ceil((nowMs + LEAST_MS) / MINUTE_MS) * MINUTE_MS;
  return Array.from({ length: count }, (_, i) => first + i * MINUTE_MS);
}

/** Until the start, as in "1:05"; the last second is "0:01". */
export function countdownText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
