import { HOUSEKEEPING, type Database } from '../../database/open-database.ts';
import type { ClientKeys } from '../../keys/client-keys.ts';
import type { SessionTables } from '../session-tables.ts';
import { sealKeyIn } from './seal-key.ts';
import { lastSeal, writeSeal } from './write-seal.ts';

export interface SealingPorts {
  readonly database: Database<SessionTables>;
  /** Where the service's key is, or will be. */
  readonly keyFile: string;
  /** Absent: nothing is encrypted. */
  readonly keys?: ClientKeys;
  /** Epoch ms. */
  readonly clock: () => number;
  /** Told what keeps it from sealing, once for each reason. */
  readonly notify: (message: string) => void;
}

export interface Sealing {
  /** Seals if the hour of the last seal is over. Rejects with what kept it from that, which was told as well. */
  readonly look: () => Promise<void>;
  /** Seals what has happened since, for the last time. Never rejects. */
  readonly end: () => Promise<void>;
}

const HOUR_MS = 3_600_000;
const hourOf = (atMs: number): number => Math.floor(atMs / HOUR_MS);

/** Seals the log once an hour; see {@link writeSeal}. */
export const sealing = ({ database, keyFile, keys, clock, notify }: SealingPorts): Sealing => {
  let underWay: Promise<void> = Promise.resolve();
  let said = '';
  const seal = async (isDue: (lastAtMs: number) => boolean): Promise<void> => {
    try {
      await database.use(async ({ within }) => {
        const last = await within(HOUSEKEEPING, lastSeal);
        if (!last || isDue(last.at_ms))
          await writeSeal(within, sealKeyIn(keyFile), { atMs: clock(), ...(keys && { keys }) });
      });
      said = '';
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (why !== said) notify(`The hourly seal of the session log could not be written. ${why}`);
      said = why;
      throw error;
    }
  };
  const next = (isDue: (lastAtMs: number) => boolean): Promise<void> => {
    const sealed = underWay.then(() => seal(isDue));
    underWay = sealed.catch(() => undefined);
    return sealed;
  };
  return {
    // Not only later: a clock may be set back.
    look: () => next((lastAtMs) => hourOf(lastAtMs) !== hourOf(clock())),
    end: () => next(() => true).catch(() => undefined),
  };
};
