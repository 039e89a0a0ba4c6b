import { combineLatest, map, type Observable } from 'rxjs';
import type { Clock } from '../../../devices/index.ts';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import type { Waiting } from '../../session/feature.ts';
import type { Unread, Vault } from '../../storage/vault/index.ts';
import { inOrder, type Lonely, type Meeting } from './company.ts';
import { waitsToday } from './words.ts';
import { dayAt } from './week.ts';

export interface TogetherPorts {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Music in company: what is planned, and how lonely the months were. Kept in the vault. */
export type TogetherViewModel = ReturnType<typeof togetherViewModel>;

export function togetherViewModel({ vault, clock, newId }: TogetherPorts) {
  const meetings = vault.table<Meeting>('company');
  const lonely = vault.table<Lonely>('lonely');
  const meetings$: Behavior<readonly Meeting[] | Unread> = keepLatest(
    meetings.rows$.pipe(map((rows) => ('state' in rows ? rows : inOrder(rows)))),
    meetings.rows$.value,
  );
  return {
    vault,
    clock,
    tables: { meetings, lonely },
    meetings$,
    lonely$: lonely.rows$,
    /** @throws VaultError it cannot be kept */
    plan: (meeting: Omit<Meeting, 'id'>) => meetings.put({ id: newId(), ...meeting }),
    /** @throws VaultError it cannot be kept */
    change: (meeting: Meeting) => meetings.put(meeting),
    /** @throws VaultError it cannot be removed */
    remove: (id: string) => meetings.delete(id),
    /** @throws VaultError it cannot be kept */
    answer: (answer: Lonely['answer']) => lonely.put({ id: newId(), atMs: clock(), answer }),
  };
}

/** What is planned for today. Says when, not with whom: others may look at Today. */
export const waitsOf = (
  meetings$: Observable<readonly Meeting[] | Unread>,
  day$: Observable<string>,
): Behavior<readonly Waiting[]> =>
  keepLatest(
    combineLatest([meetings$, day$]).pipe(
      map(([meetings, today]) =>
        'state' in meetings
          ? []
          : meetings
              .filter(({ day, was }) => day === today && !was)
              .map(({ time }) => ({ to: '/together/week', line: waitsToday(time) })),
      ),
    ),
    [],
  );

export const dayNow = (clock: Clock): string => dayAt(clock());
