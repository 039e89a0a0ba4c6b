import type { AccessLogLine } from '../../../server/contract/index.ts';

/** What a line is about, as a person would sort it. */
export const KINDS = ['sessions', 'music', 'consents', 'glass', 'care', 'log', 'other'] as const;
export type Kind = (typeof KINDS)[number];

export const kindOf = ({ action, relation }: Pick<AccessLogLine, 'action' | 'relation'>): Kind => {
  if (relation === 'break-glass') return 'glass';
  const [about] = action.split('.');
  switch (about) {
    case 'session':
    case 'room':
    case 'client':
      return 'sessions';
    case 'track':
      return 'music';
    case 'consent':
      return 'consents';
    case 'break-glass':
      return 'glass';
    case 'care':
      return 'care';
    case 'access-log':
      return 'log';
    case undefined:
    default:
      return 'other';
  }
};

/** Absent: all of them. */
export interface Choice {
  readonly account?: string;
  readonly kind?: Kind;
}

export const chosen = (lines: readonly AccessLogLine[], { account, kind }: Choice): AccessLogLine[] =>
  lines.filter(
    (line) =>
      (account === undefined || line.account === account) && (kind === undefined || kindOf(line) === kind),
  );

export interface Day {
  /** The time of its newest line, ms since 1970. */
  readonly atMs: number;
  readonly lines: readonly AccessLogLine[];
}

/** Days of this place's calendar, in the order of the lines. */
export function daysOf(lines: readonly AccessLogLine[]): Day[] {
  const days = new Map<string, AccessLogLine[]>();
  for (const line of lines) {
    const day = new Date(line.atMs).toDateString();
    const known = days.get(day);
    if (known) known.push(line);
    else days.set(day, [line]);
  }
  return [...days.values()].map((ofDay) => ({ atMs: ofDay[0]!.atMs, lines: ofDay }));
}

const COLUMNS = [
  'time',
  'account',
  'name',
  'role',
  'action',
  'relation',
  'subject',
  'reason',
  'from',
] as const;

/** The lines as CSV (RFC 4180), times in UTC. What a spreadsheet would take for a formula is made text. */
export const csvOf = (lines: readonly AccessLogLine[]): string =>
  [
    COLUMNS.join(','),
    ...lines.map((line) =>
      COLUMNS.map((column) =>
        cell(column === 'time' ? new Date(line.atMs).toISOString() : line[column]),
      ).join(','),
    ),
    '',
  ].join('\r\n');

const cell = (text = ''): string => {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
