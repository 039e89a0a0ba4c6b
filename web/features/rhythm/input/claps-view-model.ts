import { Subject, type Observable } from 'rxjs';
import { alignTake, MARKER_S } from '../../../../engine/rhythm/index.ts';
import { behavior, type Behavior } from '../../../kit/behavior.ts';
import { storedLoopS, storeLoopS } from '../../../storage/round-trip.ts';
import type { Stage } from '../sound/stage.ts';
import type { MicrophoneRefusal } from '../../../audio/microphone-stream.ts';
import type { HeardOnset, Microphone, MicrophonePort } from './microphone.ts';

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
  /** Leaves nothing of what was measured in this browser. */
  forget(): void;
}

interface ClapPorts {
  /** Absent: this page gets no microphone, and claps are not offered. */
  readonly microphone: MicrophonePort | undefined;
  readonly stage: Stage;
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** Markers are waited for so long, seconds; `alignTake` looks no further. */
const LONGEST_LOOP_S = 0.8;
/**
 * The least that counts as a clap, as a share of the loudest that the marker was heard with: what is played after it is
 * dark, and leaves far less up where claps are told.
 */
const OWN_SHARE = 0.25;

export const clapsViewModel = (ports: ClapPorts): Claps => new ClapListener(ports);

class ClapListener implements Claps {
  readonly state$ = behavior<ClapState>({ is: 'off' });
  readonly on$ = behavior(false);
  readonly loop$ = behavior<LoopSource>('unknown');
  readonly claps$ = new Subject<{ readonly atS: number; readonly force: number }>();
  readonly #ports: ClapPorts;
  #open: Microphone | undefined;
  #loopS: number | undefined;
  /** Markers that are on their way or being listened for, seconds of the audio clock. */
  #markersAtS: number[] = [];
  /** The loudest that the markers were heard with. */
  #ownPeak = 0;

  constructor(ports: ClapPorts) {
    this.#ports = ports;
    this.#loopS = storedLoopS(() => ports.storage);
    if (this.#loopS !== undefined) this.loop$.next('stored-loop');
  }

  loopS(): number | undefined {
    return this.#loopS;
  }

  listenForMarkers(atS: readonly number[]): void {
    if (!this.#open) return;
    for (const at of atS) this.#ports.stage.mark(at);
    this.#markersAtS.push(...atS);
    this.#ownPeak = 0;
    this.#open.record(atS.at(-1)! + MARKER_S + LONGEST_LOOP_S);
  }

  async turnOn(): Promise<void> {
    const { microphone, stage } = this.#ports;
    if (!microphone || this.on$.value) return;
    this.state$.next({ is: 'asking' });
    const opened = await stage.open([]).then(
      () => stage.context,
      () => undefined,
    );
    const answer = opened ? await microphone.open(opened) : ({ refused: 'failed' } as const);
    if ('refused' in answer) {
      this.state$.next({ is: 'refused', why: answer.refused });
      return;
    }
    this.#open = answer;
    answer.onsets$.subscribe((heard) => this.#hear(heard));
    answer.recorded$.subscribe((recorded) => this.#measureWith(recorded));
    answer.ended$.subscribe(() => this.turnOff());
    this.state$.next({ is: 'on', label: answer.label, eaten: answer.eaten });
    this.on$.next(true);
  }

  turnOff(): void {
    this.#open?.close();
    this.#open = undefined;
    this.on$.next(false);
    this.state$.next({ is: 'off' });
    this.#ports.stage.setDark(false);
  }

  forget(): void {
    this.#loopS = undefined;
    this.loop$.next('unknown');
    storeLoopS(undefined, () => this.#ports.storage);
  }

  #hear({ onset: { sample, peak }, fromS, sampleRate }: HeardOnset): void {
    const atS = fromS + sample / sampleRate;
    const last = this.#markersAtS.at(-1);
    if (last !== undefined && atS < last + LONGEST_LOOP_S) this.#ownPeak = Math.max(this.#ownPeak, peak);
    else if (peak > OWN_SHARE * this.#ownPeak) this.claps$.next({ atS, force: Math.min(1, 0.3 + 2 * peak) });
  }

  #measureWith({ samples, fromS }: { readonly samples: Float32Array; readonly fromS: number }): void {
    const { stage, storage } = this.#ports;
    const found = alignTake({
      recording: samples,
      sampleRate: stage.context?.sampleRate ?? 48_000,
      markersAtS: this.#markersAtS.map((at) => at - fromS),
      ...(this.#loopS !== undefined && { storedLoopS: this.#loopS }),
    });
    this.#markersAtS = [];
    this.loop$.next(found.how);
    if (found.how !== 'marker') return;
    this.#loopS = found.loopS;
    storeLoopS(found.loopS, () => storage);
  }
}
