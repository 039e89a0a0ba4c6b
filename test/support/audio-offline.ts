import './audio-globals.ts';
import { OfflineContext } from '../../web/audio/tone.ts';

export interface Rendering {
  readonly seconds: number;
  readonly sampleRate: number;
}

/** Commands by the time on the audio clock at which they are given, in seconds. */
export type Cues = readonly (readonly [atS: number, command: () => void])[];

/**
 * Renders what `build` puts on a context, as fast as the machine can. Tone's own clock ticks through the whole time
 * beforehand, so timers on the context (`context.setTimeout`, a player's refill) run as they do live.
 *
 * @param build  returns commands to give on the way
 * @returns left and right
 */
export async function render(
  { seconds, sampleRate }: Rendering,
  build: (context: OfflineContext) => Cues,
): Promise<[Float32Array, Float32Array]> {
  const context = new OfflineContext(2, seconds, sampleRate);
  for (const [atS, command] of build(context)) {
    if (atS <= 0) command();
    else context.setTimeout(command, atS);
  }
  const buffer = await context.render(false);
  return [buffer.getChannelData(0), buffer.getChannelData(1)];
}
