import type { Forgotten, ProofFault } from '../server/index.ts';

const FAULTS: Readonly<Record<ProofFault, string>> = {
  signature: 'Its signature does not belong to it: it was changed, or is no proof of Attune.',
  signer: 'This service has never signed with the key that it names: it is of another one.',
  tombstone: 'A session that it names was not deleted here as it says.',
  key: 'A key that it names is still there.',
  session: 'A session of that client from before is there: a backup was put back.',
};

/** What was found of a proof that somebody was forgotten, for people. */
export function proofText(
  { sessions, keyIds, tracks, atMs, lastBackupAtMs }: Forgotten,
  faults: readonly ProofFault[],
) {
  const day = (ms: number): string => new Date(ms).toISOString();
  const lines = [
    ...faults.map((fault) => FAULTS[fault]),
    `Forgotten on ${day(atMs)}: ${sessions.length} sessions, ${keyIds.length} keys, ${tracks} pieces of music.`,
    ...(lastBackupAtMs === undefined
      ? []
      : [`Backups up to that of ${day(lastBackupAtMs)} have it all until they expire.`]),
    faults.length === 0 ? 'The proof holds.' : 'The proof does not hold.',
  ];
  return lines.map((line) => `${line}\n`).join('');
}
