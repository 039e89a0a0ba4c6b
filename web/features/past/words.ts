import { PROTOCOLS, type SessionEnded } from '../../../engine/index.ts';

/** How a session ended; nothing where it went its way. */
export const endings: Record<SessionEnded['reason'], string> = {
  finished: '',
  stopped: 'stopped',
  interrupted: 'cut short',
  'end-of-recording': 'end of the recording',
};

/** A protocol of another version goes by its id. */
export const protocolTitle = (id: string): string => PROTOCOLS.find((one) => one.id === id)?.title ?? id;

export const whenText = (atMs: number): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);

/** "craving 70 to 40", or what there is of it. */
export function cravingChange({ before, after }: { before?: number; after?: number }): string {
  if (before !== undefined && after !== undefined) return `craving ${before} to ${after}`;
  const only = before ?? after;
  return only === undefined ? '' : `craving ${only}`;
}
