import type { Observable } from 'rxjs';
import type { CravingLearning, CravingRecord, QuietHours, SessionEvent } from '../../../engine/index.ts';
import type { SessionContributor } from '../../session/contributor.ts';
import type { CravingDatabase, CravingKept } from './craving-database.ts';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import { lastRead, liveTable, WAITING, type Live } from '../../storage/live-table.ts';
import { reopening } from '../../storage/reopening.ts';

/** Craving, tier 1: whether the person wants it, and what has been kept for it. */
export interface CravingViewModel {
  /** As this browser has it, in whichever tab it was changed. */
  readonly kept$: Behavior<Live<CravingKept>>;
  allow(on: boolean): Promise<void>;
  setQuiet(quiet: QuietHours): Promise<void>;
  /** All that is kept of the person, as a file. */
  exported(): string;
  removeAll(): Promise<void>;
  /**
   * What a session that begins now is told; `undefined` without consent.
   * @param mayAsk  whether it may ask by itself
   */
  learningAt(atMs: number, mayAsk: boolean): CravingLearning | undefined;
  /** Keeps what a session with consent says; everything else goes by. */
  follow(session: { readonly id: string; readonly events$: Observable<SessionEvent> }): void;
}

export interface CravingViewPorts {
  readonly database: CravingDatabase;
  /** Local time minus UTC at a time, in minutes. */
  readonly utcOffsetMin: (atMs: number) => number;
}

/** Prompts count for two days. */
const ASKED_FOR_MS = 2 * 86_400_000;

export function cravingViewModel({ database, utcOffsetMin }: CravingViewPorts): CravingViewModel {
  const kept$ = keepLatest<Live<CravingKept>>(
    liveTable(() => reopening(database, () => database.kept())),
    WAITING,
  );
  const known$ = keepLatest<CravingKept | undefined>(lastRead(kept$), undefined);
  const keep = async (session: string, event: SessionEvent): Promise<void> => {
    const line = { session, seq: event.seq };
    if (event.type === 'craving-label') await database.addLabel(line, event.label);
    if (event.type === 'craving-prompt') {
      const { atMs, reason } = event;
      await database.addPrompt(line, { atMs, utcOffsetMin: utcOffsetMin(atMs), reason });
    }
  };
  return {
    kept$,
    allow: (on) => database.want({ on }),
    setQuiet: (quiet) => database.want({ quiet }),
    exported: () => `${JSON.stringify(recordOf(known$.value), undefined, 2)}\n`,
    removeAll: () => database.clear(),
    learningAt: (atMs, mayAsk) => {
      const kept = known$.value;
      if (!kept?.on) return undefined;
      const asked = kept.asked.filter((one) => Math.abs(atMs - one.atMs) < ASKED_FOR_MS);
      return {
        record: recordOf(kept),
        utcOffsetMin: utcOffsetMin(atMs),
        ...(mayAsk && { prompts: { quiet: kept.quiet, asked } }),
      };
    },
    // What the browser will not keep is still in the session's log.
    follow: ({ id, events$ }) => events$.subscribe((event) => void keep(id, event).catch(() => undefined)),
  };
}

/** With the person's consent, where the heart is theirs or there is none: a recorded one says nothing of them. */
export const cravingContributor =
  ({ learningAt, follow }: Pick<CravingViewModel, 'learningAt' | 'follow'>): SessionContributor =>
  ({ source, atMs, mayAsk }) => {
    const craving = source === 'strap' || source === 'none' ? learningAt(atMs, mayAsk) : undefined;
    return craving && { start: { craving }, follow };
  };

const recordOf = (kept: CravingKept | undefined): CravingRecord => ({
  version: 1,
  labels: kept?.labels ?? [],
});
