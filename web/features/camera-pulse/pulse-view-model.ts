import { asyncScheduler, interval, type SchedulerLike, type Subscription } from 'rxjs';
import type { Clock } from '../../../devices/index.ts';
import { PULSE_SECONDS, pulseReading, type PulseFrame, type PulseReading } from '../../../engine/index.ts';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { liveTable, WAITING, type Live } from '../../storage/live-table.ts';
import { reopening } from '../../storage/reopening.ts';
import { CameraError, type Camera, type CameraFault } from './camera.ts';
import type { KeptPulse, PulseDatabase } from './pulse-database.ts';

/** What the screen shows. */
export type PulseState =
  | { readonly at: 'off' }
  /** The browser asks the person, or the camera wakes up. */
  | { readonly at: 'opening' }
  | { readonly at: 'reading'; readonly reading: PulseReading }
  | { readonly at: 'fault'; readonly code: CameraFault };

export interface PulseViewModel {
  readonly state$: Behavior<PulseState>;
  /** The rate that was kept last; absent: none since the camera went on. */
  readonly kept$: Behavior<KeptPulse | undefined>;
  /** Oldest first. */
  readonly pulses$: Behavior<Live<readonly KeptPulse[]>>;
  /** Within a press: browsers ask only then. */
  open(): void;
  close(): void;
  /** Keeps the rate that is shown. */
  keep(): void;
  removeAll(): Promise<void>;
}

export interface PulsePorts {
  readonly camera: Camera;
  readonly database: PulseDatabase;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly scheduler?: SchedulerLike;
}

const READ_EVERY_MS = 500;
/** Pictures older than this are let go. */
const KEPT_MS = 1000 * (PULSE_SECONDS + 3);

/** A finger on the camera, and what it says. */
export function pulseViewModel(ports: PulsePorts): PulseViewModel {
  const { camera, database, clock, newId, scheduler = asyncScheduler } = ports;
  const state$ = behavior<PulseState>({ at: 'off' });
  const kept$ = behavior<KeptPulse | undefined>(undefined);
  let frames: PulseFrame[] = [];
  let open: Subscription | undefined;

  const close = (): void => {
    open?.unsubscribe();
    open = undefined;
    frames = [];
    if (state$.value.at !== 'fault') state$.next({ at: 'off' });
  };
  const read = (): void => {
    if (frames.length > 0) state$.next({ at: 'reading', reading: pulseReading(frames) });
  };
  return {
    state$,
    kept$,
    pulses$: keepLatest<Live<readonly KeptPulse[]>>(
      liveTable(() => reopening(database, ({ pulses }) => pulses.orderBy('atMs').toArray())),
      WAITING,
    ),
    open: () => {
      if (open) return;
      kept$.next(undefined);
      state$.next({ at: 'opening' });
      open = interval(READ_EVERY_MS, scheduler).subscribe(read);
      open.add(
        camera.frames$.subscribe({
          next: (frame) => {
            frames.push(frame);
            if (frames[0]!.atMs < frame.atMs - 2 * KEPT_MS)
              frames = frames.filter(({ atMs }) => atMs >= frame.atMs - KEPT_MS);
          },
          error: (cause: unknown) => {
            state$.next({ at: 'fault', code: cause instanceof CameraError ? cause.code : 'busy' });
            close();
          },
        }),
      );
    },
    close,
    keep: () => {
      const state = state$.value;
      if (state.at !== 'reading' || state.reading.kind !== 'pulse') return;
      const { bpm, sdBpm } = state.reading;
      const pulse = { id: newId(), atMs: clock(), bpm: Math.round(bpm), sdBpm: Math.ceil(sdBpm) };
      kept$.next(pulse);
      // What the browser will not keep has still been shown.
      database.pulses.put(pulse).catch(() => undefined);
      close();
    },
    removeAll: () => database.pulses.clear(),
  };
}
