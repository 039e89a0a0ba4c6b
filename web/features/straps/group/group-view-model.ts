import {
  SensorError,
  monitoredSensor,
  type HeartRateSensor,
  type SensorErrorCode,
  type StrapStatus,
} from '../../../../devices/index.ts';
import { group as words } from './words.ts';
import { behavior, type Behavior } from '../../../kit/behavior.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  /** Which of the colours, from 0; as no other has it while there are enough. */
  readonly colour: number;
  readonly now$: Behavior<StrapStatus>;
}

export type GroupTrouble = SensorErrorCode | 'already-here';

export interface GroupViewModel {
  readonly members$: Behavior<readonly Member[]>;
  /** Why the last strap did not come, or what ended one that had. */
  readonly trouble$: Behavior<GroupTrouble | undefined>;
  /** Opens the browser's chooser; only from a press. */
  addStrap(): Promise<void>;
  addSimulated(): void;
  rename(id: string, name: string): void;
  remove(id: string): void;
}

export interface GroupPorts {
  requestStrap(): Promise<HeartRateSensor>;
  simulatedPerson(seed: number): HeartRateSensor;
}

export const COLOURS = 6;

/** Several straps in one page, each listened to while it is in the list. */
export function groupViewModel(ports: GroupPorts): GroupViewModel {
  const members$ = behavior<readonly Member[]>([]);
  const trouble$ = behavior<GroupTrouble | undefined>(undefined);
  const listening = new Map<string, { unsubscribe(): void }>();
  let added = 0;

  const failed = (cause: unknown): void =>
    trouble$.next(cause instanceof SensorError ? cause.code : 'unreachable');
  const remove = (id: string): void => {
    listening.get(id)?.unsubscribe();
    listening.delete(id);
    members$.next(members$.value.filter((member) => member.id !== id));
  };
  const add = (sensor: HeartRateSensor): void => {
    const { id } = sensor;
    if (listening.has(id)) {
      trouble$.next('already-here');
      return;
    }
    added += 1;
    const { sensor: watched, now$ } = monitoredSensor(sensor);
    const taken = new Set(members$.value.map(({ colour }) => colour));
    const free = Array.from({ length: COLOURS }, (_, i) => i).find((colour) => !taken.has(colour));
    const member = { id, name: words.person(added), colour: free ?? added % COLOURS, now$ };
    members$.next([...members$.value, member]);
    // In the map before it listens: a sensor may fail at once.
    listening.set(id, { unsubscribe: () => undefined });
    const listened = watched.events$.subscribe({
      error: (cause: unknown) => {
        failed(cause);
        remove(id);
      },
    });
    if (listening.has(id)) listening.set(id, listened);
  };
  return {
    members$,
    trouble$,
    async addStrap() {
      trouble$.next(undefined);
      try {
        add(await ports.requestStrap());
      } catch (cause) {
        failed(cause);
      }
    },
    addSimulated: () => {
      trouble$.next(undefined);
      add(ports.simulatedPerson(added + 1));
    },
    rename: (id, name) =>
      members$.next(members$.value.map((member) => (member.id === id ? { ...member, name } : member))),
    remove,
  };
}
