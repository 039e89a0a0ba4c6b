import type { Kysely } from 'kysely';
import type { Within } from '../../open-database.ts';
import { reachRows } from '../../row-policy.ts';

/** Transactions whose first statement says whose rows they find. What goes wrong is thrown as the driver has it. */
export const withinPostgres =
  <Tables>(db: Kysely<Tables>): Within<Tables> =>
  (reach, work, { isOneMoment = false } = {}) => {
    const begun = db.transaction();
    return (isOneMoment ? begun.setIsolationLevel('repeatable read') : begun).execute(async (trx) => {
      await reachRows(trx, reach);
      return work(trx);
    });
  };
