import { sql } from 'kysely';
import { waitAfter } from '../lock-out.ts';
import type { AccountStore } from '../account-store.ts';
import type { Use } from './use.ts';

/** The longest that any failure is remembered. */
const KEPT_MS = 24 * 3_600_000;

/** What keeps guessing slow, and what was begun once. */
export const sqlAttempts = (use: Use): Pick<AccountStore, 'attempts' | 'challenges' | 'devices'> => ({
  attempts: attempts(use),
  challenges: challenges(use),
  devices: devices(use),
});

const attempts = (use: Use): AccountStore['attempts'] => ({
  begin: (key_hash, atMs, lockOut) =>
    use((db) =>
      db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('account_attempt')
          .where('last_at_ms', '<', atMs - KEPT_MS)
          .execute();
        const begun = { key_hash, failures: 0, last_at_ms: atMs, blocked_until_ms: 0 };
        await trx
          .insertInto('account_attempt')
          .values(begun)
          .onConflict((it) => it.column('key_hash').doNothing())
          .execute();
        // Takes the row's lock, on every dialect, before anything of it is believed.
        const row = await trx
          .updateTable('account_attempt')
          .set((it) => ({ failures: it.ref('failures') }))
          .where('key_hash', '=', key_hash)
          .returning(['failures', 'last_at_ms', 'blocked_until_ms'])
          .executeTakeFirstOrThrow();
        if (row.blocked_until_ms > atMs) return { waitMs: row.blocked_until_ms - atMs };
        const isForgotten = row.last_at_ms < atMs - lockOut.forgottenAfterMs;
        const failures = (isForgotten ? 0 : row.failures) + 1;
        const waitMs = waitAfter(failures, lockOut);
        // Nobody waits: not even who asked a moment before and is answered a moment later.
        const blocked_until_ms = waitMs > 0 ? atMs + waitMs : 0;
        await trx
          .updateTable('account_attempt')
          .set({ failures, last_at_ms: atMs, blocked_until_ms })
          .where('key_hash', '=', key_hash)
          .execute();
        return { waitMs: 0, ...(waitMs > 0 && { blocksUntilMs: blocked_until_ms }) };
      }),
    ),
  takeBack: (key_hash, { blocksUntilMs }) =>
    use(async (db) => {
      const failures = sql<number>`case when failures > 0 then failures - 1 else 0 end`;
      const own = db.updateTable('account_attempt').where('key_hash', '=', key_hash);
      await own.set({ failures }).execute();
      // Where somebody else has failed since, their wait stands.
      if (blocksUntilMs !== undefined)
        await own.set({ blocked_until_ms: 0 }).where('blocked_until_ms', '=', blocksUntilMs).execute();
    }),
  forget: (key_hash) =>
    use(async (db) => {
      await db.deleteFrom('account_attempt').where('key_hash', '=', key_hash).execute();
    }),
});

const challenges = (use: Use): AccountStore['challenges'] => ({
  keep: (challenge_hash, purpose, { atMs, endsAtMs }) =>
    use(async (db) => {
      await db.deleteFrom('account_challenge').where('ends_at_ms', '<=', atMs).execute();
      await db
        .insertInto('account_challenge')
        .values({ challenge_hash, purpose, ends_at_ms: endsAtMs })
        .execute();
    }),
  take: (challengeHash, purpose, atMs) =>
    use(async (db) => {
      const taken = await db
        .deleteFrom('account_challenge')
        .where('challenge_hash', '=', challengeHash)
        .where('purpose', '=', purpose)
        .where('ends_at_ms', '>', atMs)
        .returning('purpose')
        .executeTakeFirst();
      return taken !== undefined;
    }),
});

const devices = (use: Use): AccountStore['devices'] => ({
  remember: (account_id, token_hash, { atMs, forgetBeforeMs }) =>
    use(async (db) => {
      await db.deleteFrom('account_device').where('seen_at_ms', '<', forgetBeforeMs).execute();
      await db.insertInto('account_device').values({ token_hash, account_id, seen_at_ms: atMs }).execute();
    }),
  isOf: (accountId, tokenHash) =>
    use(async (db) => {
      const found = await db
        .selectFrom('account_device')
        .select('token_hash')
        .where('token_hash', '=', tokenHash)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return found !== undefined;
    }),
});
