import { onsetDetector, type Onset } from '../../../../engine/rhythm/index.ts';

/** What the worklet says. Times in seconds of the audio clock. */
export type ClapMessage =
  | { readonly kind: 'onset'; readonly onset: Onset; readonly fromS: number }
  | { readonly kind: 'recorded'; readonly samples: Float32Array; readonly fromS: number };

/** What it is told: to keep what it hears until a time, or to end. */
export type ClapOrder = { readonly untilS: number } | 'close';

/** What the audio thread has and the types of pages have not. */
declare const sampleRate: number;
declare const currentTime: number;
declare const registerProcessor: (name: string, processor: new () => AudioWorkletProcessor) => void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/** Claps are told above the tones of the pulse, which goes on meanwhile. Hz. */
const LOWEST_HZ = 2200;

/** A block of the audio thread (Web Audio, § 1.1). */
const SILENCE = new Float32Array(128);

class ClapProcessor extends AudioWorkletProcessor {
  readonly #detector = onsetDetector({ sampleRate, lowestHz: LOWEST_HZ });
  /** The audio clock's time of the detector's first sample. */
  #fromS: number | undefined;
  #kept: { readonly fromS: number; readonly untilS: number; readonly blocks: Float32Array[] } | undefined;
  #open = true;

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<ClapOrder>) => {
      if (data === 'close') this.#open = false;
      // A second bar of the count-in makes the recording longer, not another one.
      else this.#kept = { fromS: currentTime, blocks: [], ...this.#kept, untilS: data.untilS };
    };
  }

  process([input]: readonly (readonly Float32Array[])[]): boolean {
    // A block that did not come is silence: what is counted in samples stays in step with the clock.
    const samples = input?.[0] ?? SILENCE;
    this.#fromS ??= currentTime;
    for (const onset of this.#detector.push(samples)) this.#say({ kind: 'onset', onset, fromS: this.#fromS });
    this.#keep(samples);
    return this.#open;
  }

  #keep(samples: Float32Array): void {
    const kept = this.#kept;
    if (!kept) return;
    // The first block may come after the order: its time is the recording's.
    if (kept.blocks.length === 0) this.#kept = { ...kept, fromS: currentTime };
    kept.blocks.push(samples.slice());
    if (currentTime < kept.untilS) return;
    const whole = new Float32Array(kept.blocks.length * samples.length);
    kept.blocks.forEach((block, i) => whole.set(block, i * samples.length));
    this.#say({ kind: 'recorded', samples: whole, fromS: kept.fromS });
    this.#kept = undefined;
  }

  #say(message: ClapMessage): void {
    this.port.postMessage(message);
  }
}

registerProcessor('attune-claps', ClapProcessor);
