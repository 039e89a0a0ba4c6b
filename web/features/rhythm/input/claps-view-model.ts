import { Subject, type Observable } from 'rxjs';
import { alignTake, MARKER_S, type Onset } from '../../../../engine/rhythm/index.ts';
import { behavior, type Behavior } from '../../../kit/behavior.ts';
import type { Stage } from '../sound/stage.ts';
import type { MicrophonePort, Microphone, MicrophoneRefusal } from './microphone.ts';

/** How claps are heard now. */
export type ClapState =
  | { readonly is: 'off' }
  | { readonly is: 'asking' }
  /** Asked for and not given; nothing else changes. */
  | { readonly is: 'refused'; readonly why: MicrophoneRefusal }
  | { readonly is: 'on'; readonly label: string; readonly eaten: readonly string[] };

/** Where a figure of the device's delay comes from. */
export type LoopSource = 'marker' | 'stored-loop' | 'unknown';

/** Claps through the microphone, on the audio clock. */
export interface Claps {
  readonly state$: Behavior<ClapState>;
  readonly on$: Behavior<boolean>;
  readonly claps$: Observable<{ readonly atS: number; readonly force: number }>;
  readonly loop$: Behavior<LoopSource>;
  /** Round trip of the device, seconds; `undefined` where it was never measured. */
  loopS(): number | undefined;
  /** Plays a marker at each of these times and measures the round trip once they are over. */
  listenForMarkers(atS: readonly number[]): void;
  /** Asks for the microphone. Call it in the handler of a gesture. */
  turnOn(): Promise<void>;
  turnOff(): void;
}

interface ClapPorts {
  /** Absent: this page gets no microphone, and claps are not offered. */
  readonly microphone: MicrophonePort | undefined;
  readonly stage: Stage;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

const KEPT = 'attune.rhythm.loop-s';
/**
 * The least that counts as a clap, as a share of the loudest that the marker was heard with: what is played after it is
 * dark, and leaves far less up where claps are told.
 */
const OWN_SHARE = 0.25;

export function clapsViewModel({ microphone, stage, storage }: ClapPorts): Claps {
  const state$ = behavior<ClapState>({ is: 'off' });
  const on$ = behavior(false);
  const loop$ = behavior<LoopSource>('unknown');
  const claps$ = new Subject<{ atS: number; force: number }>();
  let open: Microphone | undefined;
  let loopS = storedLoop(storage);
  let markersAtS: number[] = [];
  let ownPeak = 0;
  if (loopS !== undefined) loop$.next('stored-loop');

  const measureWith = (recorded: { readonly samples: Float32Array; readonly fromS: number }): void => {
    const { samples, fromS } = recorded;
    const found = alignTake({
      recording: samples,
      sampleRate: stage.context?.sampleRate ?? 48_000,
      markersAtS: markersAtS.map((at) => at - fromS),
      ...(loopS !== undefined && { storedLoopS: loopS }),
    });
    markersAtS = [];
    loop$.next(found.how);
    if (found.how !== 'marker') return;
    // The line is drawn for a recording that began at `fromS`; its loop at that moment is the device's.
    loopS = found.loopS;
    storage.setItem(KEPT, String(loopS));
  };
  const hear = ({ sample, peak }: Onset, fromS: number, sampleRate: number): void => {
    const atS = fromS + sample / sampleRate;
    const last = markersAtS.at(-1);
    if (last !== undefined && atS < last + 0.6) ownPeak = Math.max(ownPeak, peak);
    else if (peak > OWN_SHARE * ownPeak) claps$.next({ atS, force: Math.min(1, 0.3 + 2 * peak) });
  };
  const model: Claps = {
    ...{ state$, on$, claps$, loop$ },
    loopS: () => loopS,
    listenForMarkers: (atS) => {
      if (!open) return;
      for (const at of atS) stage.mark(at);
      markersAtS.push(...atS);
      ownPeak = 0;
      open.record(atS.at(-1)! + MARKER_S + 0.6);
    },
    turnOn: async () => {
      if (!microphone || on$.value) return;
      state$.next({ is: 'asking' });
      await stage.open([]);
      const context = stage.context;
      const answer = context ? await microphone.open(context) : ({ refused: 'failed' } as const);
      if ('refused' in answer) return state$.next({ is: 'refused', why: answer.refused });
      open = answer;
      answer.onsets$.subscribe(({ onset, fromS, sampleRate }) => hear(onset, fromS, sampleRate));
      answer.recorded$.subscribe(measureWith);
      answer.ended$.subscribe(() => model.turnOff());
      state$.next({ is: 'on', label: answer.label, eaten: answer.eaten });
      on$.next(true);
    },
    turnOff: () => {
      open?.close();
      open = undefined;
      on$.next(false);
      state$.next({ is: 'off' });
      stage.setDark(false);
    },
  };
  return model;
}

function storedLoop(storage: ClapPorts['storage']): number | undefined {
  const kept = Number(storage.getItem(KEPT) ?? NaN);
  return kept > 0 && kept < 1 ? kept : undefined;
}
