import type { BreathPace, Layer } from '../../engine/index.ts';
import type { BreathGuide } from './breath-guide.ts';
import { BREATH, type Instrument } from './instruments/index.ts';
import { instrumentOf } from './layer-deck.ts';
import type { BreathSound } from './module-player.ts';
import type { AudioGraph } from './audio-graph.ts';

/** A layer that was chosen, with the breath that it swells with where it is one. */
interface Chosen {
  readonly layer: Layer;
  readonly guide: BreathGuide | undefined;
}

/**
 * What sounds under the music: starts on the audio graph once its recording is loaded, and
 * again on the next graph if that one is lost.
 */
export class Ambience {
  readonly #graph: () => AudioGraph;
  #chosen: Chosen | undefined;
  #breath: BreathSound = {};

  /** @param graph  the current one */
  constructor(graph: () => AudioGraph) {
    this.#graph = graph;
  }

  /** Settles when the layer begins; rejects where its recording cannot be loaded. @param layer absent: none */
  async layer(layer: Layer | undefined, pace: BreathPace, nowMs: number): Promise<void> {
    const guide = layer?.kind === 'breath' ? { ...pace, sinceMs: nowMs } : undefined;
    this.#chosen = layer && { layer, guide };
    await this.#putLayer();
  }

  breath(breath: BreathSound): void {
    this.#breath = breath;
    const graph = this.#graph();
    graph.swell(breath.swell);
    if (!breath.air) graph.put('air', undefined);
    // Without its recording the air is left out: the guide is still seen.
    else if (!graph.follow('air', breath.air)) this.#putAir().catch(() => undefined);
  }

  /** Nothing any more; the graph takes away what sounds. */
  forget(): void {
    this.#chosen = undefined;
    this.#breath = {};
  }

  /** On a new graph: all of it again. */
  again(): void {
    this.#putLayer().catch(() => undefined);
    this.breath(this.#breath);
  }

  async #putLayer(): Promise<void> {
    const wanted = this.#chosen;
    const graph = this.#graph();
    const instrument = wanted && instrumentOf(wanted.layer);
    if (instrument) await ready(graph, instrument);
    if (this.#chosen === wanted && this.#graph() === graph) graph.put('layer', instrument, wanted?.guide);
  }

  async #putAir(): Promise<void> {
    const graph = this.#graph();
    await ready(graph, BREATH);
    const { air } = this.#breath;
    if (air && this.#graph() === graph && !graph.follow('air', air)) graph.put('air', BREATH, air);
  }
}

/** At once where it is there: what is asked for within one press begins with it. */
const ready = ({ bank }: AudioGraph, instrument: Instrument): Promise<void> | undefined =>
  bank.has([instrument]) ? undefined : bank.load([instrument]);
