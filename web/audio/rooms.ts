import { bufferOf, convolver } from './convolver.ts';
import { nearRoom } from './near-room.ts';
import { reverbImpulse } from './reverb-impulse.ts';
import { sideImpulse } from './side-impulse.ts';
import { connect, type BaseContext, type InputNode } from './tone.ts';

/** How the long room moves, so that it has no tone of its own: a delay a side, its depth and its pace. */
const DRIFT = { delayS: 0.012, depthS: 0.0011, hertz: [0.13, 0.19] } as const;

/** Makes what the rooms of a context need, ahead of the first sound. */
export function prepareRooms(context: BaseContext): void {
  for (const answer of [reverbImpulse, nearRoom, sideImpulse]) bufferOf(context, answer);
}

/** The rooms that all decks share: what is near, what is far, and what makes a sound wide. Each takes one channel. */
export class Rooms {
  readonly near: AudioNode;
  readonly far: AudioNode;
  readonly side: AudioNode;
  readonly #nodes: AudioNode[];
  readonly #drifts: OscillatorNode[];

  constructor(context: BaseContext, output: InputNode) {
    const near = convolver(context, nearRoom);
    const far = convolver(context, reverbImpulse);
    const side = convolver(context, sideImpulse);
    connect(near, output);
    connect(side, output);
    const split = context.createChannelSplitter(2);
    const merge = context.createChannelMerger(2);
    far.connect(split);
    const drifts = DRIFT.hertz.map((hertz, channel) => drifting(context, { hertz, channel, split, merge }));
    connect(merge, output);
    [this.near, this.far, this.side] = [near, far, side];
    this.#drifts = drifts.map(({ wave }) => wave);
    this.#nodes = [near, far, side, split, merge, ...drifts.flatMap(({ nodes }) => nodes)];
  }

  dispose(): void {
    for (const wave of this.#drifts) wave.stop();
    for (const node of this.#nodes) node.disconnect();
  }
}

function drifting(
  context: BaseContext,
  way: { hertz: number; channel: number; split: ChannelSplitterNode; merge: ChannelMergerNode },
): { readonly wave: OscillatorNode; readonly nodes: readonly AudioNode[] } {
  const delay = context.createDelay(2 * DRIFT.delayS);
  delay.delayTime.value = DRIFT.delayS;
  const wave = context.createOscillator();
  wave.frequency.value = way.hertz;
  const depth = context.createGain();
  depth.gain.value = DRIFT.depthS;
  wave.connect(depth).connect(delay.delayTime);
  way.split.connect(delay, way.channel);
  delay.connect(way.merge, 0, way.channel);
  wave.start();
  return { wave, nodes: [delay, depth, wave] };
}
