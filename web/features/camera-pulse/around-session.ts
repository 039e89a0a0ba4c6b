import type { KeptPulse } from './pulse-database.ts';

/** A pulse belongs to a session that begins or has ended within so long of it. */
const NEAR_MS = 30 * 60_000;

/** The last pulse before a session and the first after it; either may be missing. */
export function aroundSession(
  pulses: readonly KeptPulse[],
  { startMs, endMs }: { readonly startMs: number; readonly endMs: number },
): { readonly before?: KeptPulse; readonly after?: KeptPulse } {
  const ordered = [...pulses].sort((a, b) => a.atMs - b.atMs);
  const before = ordered.filter(({ atMs }) => atMs <= startMs && atMs >= startMs - NEAR_MS).at(-1);
  const after = ordered.find(({ atMs }) => atMs >= endMs && atMs <= endMs + NEAR_MS);
  return { ...(before && { before }), ...(after && { after }) };
}
