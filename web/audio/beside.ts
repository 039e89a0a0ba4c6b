import type { BreathPace, Layer } from '../../engine/index.ts';
import type { BreathGuide } from './breath-guide.ts';
import { BREATH, type Instrument } from './instruments/index.ts';
import { instrumentOf } from './layer-deck.ts';
import type { BreathSound } from './module-player.ts';
import type { Rig } from './rig.ts';

/** A layer that was chosen, with the breath that it swells with where it is one. */
interface Chosen {
  readonly layer: Layer;
  readonly guide: BreathGuide | undefined;
}

/** What is wanted beside the music: put on a rig as soon as its recording is there, and on the next one if that is lost. */
export class Beside {
  readonly #rig: () => Rig;
  #chosen: Chosen | undefined;
  #breath: BreathSound = {};

  /** @param rig  the one that sounds now */
  constructor(rig: () => Rig) {
    this.#rig = rig;
  }

  /** Settles when the layer begins; rejects where its recording cannot be had. @param layer absent: none */
  async layer(layer: Layer | undefined, pace: BreathPace, nowMs: number): Promise<void> {
    const guide = layer?.kind === 'breath' ? { ...pace, sinceMs: nowMs } : undefined;
    this.#chosen = layer && { layer, guide };
    await this.#putLayer();
  }

  breath(breath: BreathSound): void {
    this.#breath = breath;
    const rig = this.#rig();
    rig.swell(breath.swell);
    if (!breath.air) rig.put('air', undefined);
    // Air that cannot be had is left out: the guide is still seen.
    else if (!rig.follow('air', breath.air)) this.#putAir().catch(() => undefined);
  }

  /** Nothing any more; the rig takes away what sounds. */
  forget(): void {
    this.#chosen = undefined;
    this.#breath = {};
  }

  /** On a new rig: all of it again. */
  again(): void {
    this.#putLayer().catch(() => undefined);
    this.breath(this.#breath);
  }

  async #putLayer(): Promise<void> {
    const wanted = this.#chosen;
    const rig = this.#rig();
    const instrument = wanted && instrumentOf(wanted.layer);
    if (instrument) await ready(rig, instrument);
    if (this.#chosen === wanted && this.#rig() === rig) rig.put('layer', instrument, wanted?.guide);
  }

  async #putAir(): Promise<void> {
    const rig = this.#rig();
    await ready(rig, BREATH);
    const { air } = this.#breath;
    if (air && this.#rig() === rig && !rig.follow('air', air)) rig.put('air', BREATH, air);
  }
}

/** At once where it is there: what is asked for within one press begins with it. */
const ready = ({ bank }: Rig, instrument: Instrument): Promise<void> | undefined =>
  bank.has([instrument]) ? undefined : bank.load([instrument]);
