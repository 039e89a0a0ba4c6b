import { BehaviorSubject } from 'rxjs';
import { SensorError, type HeartRateSensor, type SensorErrorCode } from '../../devices/index.ts';
import type { HeartSource } from './app-view-model.ts';
import type { Behavior } from './behavior.ts';

export type SourceKind = 'strap' | 'demo' | 'recording';

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
  demo(): Promise<HeartSource>;
  /** The one of these files that is a recording; others may lie beside it. @throws SensorError  `bad-recording` */
  recording(files: readonly File[]): Promise<HeartSource>;
}

export interface SourceViewModel {
  /** What the next session will listen to; absent: nothing. */
  readonly source$: Behavior<HeartSource | undefined>;
  readonly choosing$: Behavior<Choosing>;
  readonly remembered$: Behavior<readonly HeartRateSensor[]>;
  /** Each resolves to whether a source is there now. */
  chooseStrap(): Promise<boolean>;
  chooseRemembered(strap: HeartRateSensor): Promise<boolean>;
  chooseDemo(): Promise<boolean>;
  chooseRecording(files: readonly File[]): Promise<boolean>;
  chooseNone(): void;
}

/** Choosing where the heartbeat comes from. */
export function sourceViewModel(ports: SourcePorts): SourceViewModel {
  const source$ = new BehaviorSubject<HeartSource | undefined>(undefined);
  const choosing$ = new BehaviorSubject<Choosing>({ state: 'idle' });
  const remembered$ = new BehaviorSubject<readonly HeartRateSensor[]>([]);
  ports.rememberedStraps().then(
    (straps) => remembered$.next(straps),
    // Then the chooser is the way, as it is on a first visit.
    () => undefined,
  );
  const choose = async (kind: SourceKind, open: () => Promise<HeartSource>): Promise<boolean> => {
    choosing$.next({ state: 'busy', kind });
    try {
      source$.next(await open());
      choosing$.next({ state: 'idle' });
      return true;
    } catch (cause) {
      choosing$.next(failure(kind, cause));
      return false;
    }
  };
  return {
    source$,
    choosing$,
    remembered$,
    chooseStrap: () => choose('strap', async () => ({ sensor: await ports.requestStrap() })),
    chooseRemembered: (sensor) => choose('strap', () => Promise.resolve({ sensor })),
    chooseDemo: () => choose('demo', () => ports.demo()),
    chooseRecording: (files) => choose('recording', () => ports.recording(files)),
    chooseNone: () => {
      source$.next(undefined);
      choosing$.next({ state: 'idle' });
    },
  };
}

function failure(kind: SourceKind, cause: unknown): Choosing {
  const message = cause instanceof Error ? cause.message : '';
  const code = cause instanceof SensorError ? cause.code : kind === 'strap' ? 'unreachable' : 'bad-recording';
  return { state: 'failed', kind, code, message };
}
