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

/** What is heard from one moment to another, each block where the audio clock has it. */
interface Kept {
  readonly fromS: number;
  readonly untilS: number;
  readonly blocks: { readonly atS: number; readonly samples: Float32Array }[];
}

class ClapProcessor extends AudioWorkletProcessor {
  readonly #detector = onsetDetector({ sampleRate, lowestHz: LOWEST_HZ });
  /** Samples that the detector has been given. */
  #given = 0;
  #kept: Kept | undefined;
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
    const samples = input?.[0];
    if (!samples) return this.#open;
    // Some blocks never come, so that counting alone would fall behind the clock.
    const fromS = currentTime - this.#given / sampleRate;
    this.#given += samples.length;
    for (const onset of this.#detector.push(samples)) this.#say({ kind: 'onset', onset, fromS });
    this.#keep(samples.slice());
    return this.#open;
  }

  #keep(samples: Float32Array): void {
    const kept = this.#kept;
    if (!kept) return;
    kept.blocks.push({ atS: currentTime, samples });
    if (currentTime < kept.untilS) return;
    const { fromS, blocks } = kept;
    const whole = new Float32Array(Math.round((currentTime - fromS) * sampleRate) + samples.length);
    for (const block of blocks)
      whole.set(block.samples, Math.max(0, Math.round((block.atS - fromS) * sampleRate)));
    this.#say({ kind: 'recorded', samples: whole, fromS });
    this.#kept = undefined;
  }

  #say(message: ClapMessage): void {
    this.port.postMessage(message);
  }
}

registerProcessor('attune-claps', ClapProcessor);
