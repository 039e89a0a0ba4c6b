import type { DataVerdict, LogFault } from '../server/index.ts';

export interface Found {
  readonly verdict: DataVerdict;
  /** The number of the seal whose head was noted; `missing`: there is none. */
  readonly noted?: number | 'missing';
  /** The newest seal's head as it is printed; absent: there is no seal. */
  readonly head?: string;
}

/** What `attune verify` found, for people. */
export function verdictText({ verdict, noted, head }: Found): string {
  const { sessions, events, seals, tombstones, bareSessions, otherKeySeals = 0, keyFault, faults } = verdict;
  const lines = [
    ...faults.map(faultText),
    ...(noted === 'missing'
      ? ['No seal has the head you noted: the log was replaced or cut, or it is of another.']
      : []),
    ...(typeof noted === 'number' ? [`The head you noted is that of seal ${noted}.`] : []),
    ...(bareSessions > 0
      ? [`${bareSessions} sessions of an earlier version have no chain yet; Attune makes it within the hour.`]
      : []),
    ...(otherKeySeals > 0
      ? [`${otherKeySeals} seals are signed with another key than this folder has now.`]
      : []),
    ...(keyFault === undefined ? [] : [keyFault]),
    `${sessions} sessions with ${events} events, ${tombstones} deleted, ${seals.length} seals: ` +
      (faults.length === 0 ? 'everything holds.' : `${faults.length} places do not hold.`),
    head === undefined
      ? 'There is no seal yet.'
      : `Head of seal ${seals.length}, to be printed or noted:\n${head}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function faultText(fault: LogFault): string {
  if ('lostSession' in fault)
    return `A session that was sealed is gone and was not deleted here (its id's hash is ${fault.lostSession}).`;
  if ('tombstone' in fault)
    return `What is kept of a deleted session was changed (its id's hash is ${fault.tombstone}).`;
  if ('seal' in fault) return `Seal ${fault.seal} ${SEAL[fault.what]}.`;
  const { session, seq, what } = fault;
  return `Session ${session}${seq === undefined ? '' : `, event ${seq}`}: ${SESSION[what]}.`;
}

const SEAL = {
  missing: 'is missing',
  content: 'does not stand for what it was written for: it, or what it names, was changed',
  signature: 'is not signed with the key that it names',
} as const;

const SESSION = {
  about: 'what it says of itself was changed',
  key: "its client's key is gone or was changed",
  event: 'it was changed',
  missing: 'it is missing, or the session was cut before it',
  surplus: 'it belongs to no session that has it',
  head: 'its chain ends otherwise than it says',
  sums: 'its times or counts do not follow from its events',
  sealed: 'a seal was written for something else',
} as const;
