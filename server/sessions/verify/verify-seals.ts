import type { Kysely, Selectable } from 'kysely';
import { HOUSEKEEPING, type Within } from '../../database/open-database.ts';
import { linkOf, tombstoneHashOf } from '../chain.ts';
import { sealHashOf } from '../seal/seal-hash.ts';
import { isSignedBy } from '../seal/seal-key.ts';
import type { SessionTables } from '../session-tables.ts';
import { buriedOf } from '../tombstone.ts';

export interface SealFault {
  readonly seal: number;
  readonly what:
    | 'missing' // there is no seal of that number
    | 'content' // what it stands for is not what it was written for
    | 'signature'; // it is not signed with the key that it names
}

/** A tombstone that was changed. */
export interface TombstoneFault {
  readonly tombstone: string;
}

export interface SealsVerdict {
  /** In order; the last one's hash is the head of the whole log. */
  readonly seals: readonly Pick<
    Selectable<SessionTables['seal']>,
    'number' | 'at_ms' | 'hash' | 'public_key'
  >[];
  readonly tombstones: number;
  /** Hashes of all sessions that were ever sealed. */
  readonly sealed: ReadonlySet<string>;
  readonly faults: readonly (SealFault | TombstoneFault)[];
}

/** Checks all seals against what each stands for, and the tombstones, as they are at one moment. */
export const verifySeals = (within: Within<SessionTables>): Promise<SealsVerdict> =>
  within(HOUSEKEEPING, verifyWithin, { isOneMoment: true });

const verifyWithin = async (db: Kysely<SessionTables>): Promise<SealsVerdict> => {
  const seals = await db.selectFrom('seal').selectAll().orderBy('number').execute();
  const graves = await db.selectFrom('tombstone').selectAll().execute();
  const sealed = new Set<string>();
  const faults: (SealFault | TombstoneFault)[] = [];
  let before = '';
  let expected = 1;
  for (const { number, at_ms, hash, signature, public_key } of seals) {
    // The first of those that are missing.
    if (number !== expected) faults.push({ seal: expected, what: 'missing' });
    const sessions = await db.selectFrom('sealed_session').selectAll().where('seal', '=', number).execute();
    const found = sealHashOf({
      number,
      atMs: at_ms,
      before,
      sessions: sessions.map((it) => ({ sessionHash: it.session_hash, events: it.events, head: it.head })),
      tombstones: graves.filter(({ seal }) => seal === number).map(buriedOf),
    });
    if (found !== hash) faults.push({ seal: number, what: 'content' });
    else if (!isSignedBy(public_key, hash, signature)) faults.push({ seal: number, what: 'signature' });
    for (const it of sessions) sealed.add(it.session_hash);
    before = hash;
    expected = number + 1;
  }
  for (const grave of graves) {
    const isWhole = grave.link === linkOf(tombstoneHashOf(buriedOf(grave)));
    const isOfSeal = grave.seal === null || seals.some(({ number }) => number === grave.seal);
    if (!isWhole || !isOfSeal) faults.push({ tombstone: grave.session_hash });
  }
  const stray = await db
    .selectFrom('sealed_session')
    .select('seal')
    .where('seal', 'not in', db.selectFrom('seal').select('number'))
    .distinct()
    .execute();
  for (const { seal } of stray) faults.push({ seal, what: 'missing' });
  return { seals, tombstones: graves.length, sealed, faults };
};
