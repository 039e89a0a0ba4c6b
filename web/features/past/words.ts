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

/** The list of sessions, and what Today shows of it. */
export const list = {
  title: 'Past sessions',
  last: 'Your last session',
  all: 'All sessions',
  interrupted: 'Your last session was cut short. What was recorded is safe.',
  see: 'See it',
  beingDeleted: 'being deleted, as soon as your Attune says that it has no copy',
  empty: 'Sessions you finish are kept here, in this browser. The first one can be as short as you like.',
} as const;

/** What can be done with a session that is over. */
export const keep = {
  export: 'Save the log as a file',
  exportHint: 'Every event of this session, one a line (NDJSON).',
  delete: 'Delete this session',
  deleteSure: 'Delete it here and on this computer’s Attune? This cannot be undone.',
  deleteYes: 'Delete',
  deleteNo: 'Keep it',
  title: 'A past session',
  missing: 'This session is not in this browser.',
} as const;
