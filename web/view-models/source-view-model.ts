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
  demo(): Promise<HeartSource>;
  /** @throws SensorError  `bad-recording` */
  recording(file: File): Promise<HeartSource>;
}

export interface SourceViewModel {
  /** What the next session will listen to; absent: nothing. */
  readonly source$: Behavior<HeartSource | undefined>;
  readonly choosing$: Behavior<Choosing>;
  /** Each resolves to whether a source is there now. */
  chooseStrap(): Promise<boolean>;
  chooseDemo(): Promise<boolean>;
  chooseRecording(file: File): Promise<boolean>;
  chooseNone(): void;
}

/** Choosing where the heartbeat comes from. */
export function sourceViewModel(ports: SourcePorts): SourceViewModel {
  const source$ = new BehaviorSubject<HeartSource | undefined>(undefined);
  const choosing$ = new BehaviorSubject<Choosing>({ state: 'idle' });
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
    chooseStrap: () => choose('strap', async () => ({ sensor: await ports.requestStrap() })),
    chooseDemo: () => choose('demo', () => ports.demo()),
    chooseRecording: (file) => choose('recording', () => ports.recording(file)),
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
