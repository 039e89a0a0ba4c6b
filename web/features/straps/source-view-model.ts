import { Subscription, type BehaviorSubject } from 'rxjs';
import {
  SensorError,
  type FaultName,
  type HeartRateSensor,
  type SensorErrorCode,
  type StrapStatus,
  type monitoredSensor,
} from '../../../devices/index.ts';
import type { HeartSource } from '../../session/sessions-view-model.ts';
import { behavior, type Behavior } from '../../kit/behavior.ts';
import type { PlacedFile } from '../../kit/dropped-files.ts';

export type SourceKind = 'strap' | 'demo' | 'simulated' | 'recording';

export type Choosing =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly kind: SourceKind }
  | {
      readonly state: 'failed';
      readonly kind: SourceKind;
      readonly code: SensorErrorCode;
      readonly message: string;
    };

export interface SourcePorts {
  /** Opens the browser's chooser; only from a press. @throws SensorError */
  requestStrap(): Promise<HeartRateSensor>;
  /** Straps of earlier visits, which connect without the chooser; empty where the browser remembers none. */
  rememberedStraps(): Promise<readonly HeartRateSensor[]>;
  demo(faults: readonly FaultName[]): Promise<HeartSource>;
  simulated(faults: readonly FaultName[]): SimulatedSource;
  /** The one of these files that is a recording; others may lie beside it. @throws SensorError  `bad-recording` */
  recording(files: readonly PlacedFile[]): Promise<HeartSource>;
  /** Watches what comes from a sensor. */
  readonly monitored: typeof monitoredSensor;
}

/** A simulated person, and how stirred up they are: 0–1, set while the session runs. */
export interface SimulatedSource extends HeartSource {
  readonly arousal$: BehaviorSubject<number>;
}

export interface SourceViewModel {
  /** What the next session will listen to; absent: nothing. */
  readonly source$: Behavior<HeartSource | undefined>;
  readonly choosing$: Behavior<Choosing>;
  readonly remembered$: Behavior<readonly HeartRateSensor[]>;
  /** Looks for straps of earlier visits. */
  recall(): Promise<void>;
  /** What the source is at this moment, while a session listens to it; absent: nothing was chosen. */
  readonly strap$: Behavior<StrapStatus | undefined>;
  /** The handle on the simulated person; absent where the source is another. */
  readonly arousal$: Behavior<BehaviorSubject<number> | undefined>;
  /** What the laboratory lets go wrong with the next recorded heart or simulated person. */
  readonly faults$: Behavior<ReadonlySet<FaultName>>;
  setFault(name: FaultName, on: boolean): void;
  /** Each resolves to whether a source is there now. */
  chooseStrap(): Promise<boolean>;
  chooseRemembered(strap: HeartRateSensor): Promise<boolean>;
  chooseDemo(): Promise<boolean>;
  chooseSimulated(): Promise<boolean>;
  chooseRecording(files: readonly PlacedFile[]): Promise<boolean>;
  chooseNone(): void;
}

/**
 * Choosing where the heartbeat comes from.
 *
 * @param ports fetched when they are first needed; a chooser that a press asked for still opens within that press
 */
export function sourceViewModel(ports: () => Promise<SourcePorts>): SourceViewModel {
  const { take, letGo, ...chosen } = chosenSource();
  const choosing$ = behavior<Choosing>({ state: 'idle' });
  const remembered$ = behavior<readonly HeartRateSensor[]>([]);
  const faults$ = behavior<ReadonlySet<FaultName>>(new Set());
  type Opened = HeartSource | Promise<HeartSource>;
  const choose = async (kind: SourceKind, open: (ports: SourcePorts) => Opened): Promise<boolean> => {
    choosing$.next({ state: 'busy', kind });
    try {
      const here = await ports();
      take(await open(here), here);
      choosing$.next({ state: 'idle' });
      return true;
    } catch (cause) {
      choosing$.next(failure(kind, cause));
      return false;
    }
  };
  return {
    ...chosen,
    choosing$,
    remembered$,
    faults$,
    recall: async () => {
      try {
        remembered$.next(await (await ports()).rememberedStraps());
      } catch {
        // Then the chooser is the way, as it is on a first visit.
      }
    },
    setFault: (name, on) => {
      const faults = new Set(faults$.value);
      if (on) faults.add(name);
      else faults.delete(name);
      faults$.next(faults);
    },
    chooseStrap: () => choose('strap', async (from) => ({ sensor: await from.requestStrap() })),
    chooseRemembered: (sensor) => choose('strap', () => ({ sensor })),
    chooseDemo: () => choose('demo', (from) => from.demo([...faults$.value])),
    chooseSimulated: () => choose('simulated', (from) => from.simulated([...faults$.value])),
    chooseRecording: (files) => choose('recording', (from) => from.recording(files)),
    chooseNone: () => {
      letGo();
      choosing$.next({ state: 'idle' });
    },
  };
}

/** What was chosen last, and what is known of it while a session listens. */
function chosenSource() {
  const source$ = behavior<HeartSource | undefined>(undefined);
  const strap$ = behavior<StrapStatus | undefined>(undefined);
  const arousal$ = behavior<BehaviorSubject<number> | undefined>(undefined);
  let following = Subscription.EMPTY;
  const letGo = (): void => {
    following.unsubscribe();
    arousal$.next(undefined);
    strap$.next(undefined);
    source$.next(undefined);
  };
  const take = (source: HeartSource | SimulatedSource, { monitored }: SourcePorts): void => {
    letGo();
    if ('arousal$' in source) arousal$.next(source.arousal$);
    const { sensor, now$ } = monitored(source.sensor);
    following = now$.subscribe((now) => strap$.next(now));
    source$.next({ ...source, sensor });
  };
  return { source$, strap$, arousal$, take, letGo };
}

function failure(kind: SourceKind, cause: unknown): Choosing {
  const message = cause instanceof Error ? cause.message : '';
  const code = cause instanceof SensorError ? cause.code : kind === 'strap' ? 'unreachable' : 'bad-recording';
  return { state: 'failed', kind, code, message };
}
