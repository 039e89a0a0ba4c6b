import { render } from './audio-offline.ts';
import type { Level } from '../../engine/index.ts';
import { createTonePlayer } from '../../web/audio/index.ts';

interface Performance {
  readonly module: string;
  readonly level: Level;
  readonly seed: number;
  readonly seconds: number;
  readonly sampleRate: number;
}

const WAKE_S = 0.5;

/** One module through the whole player, woken at once; the fade is left out. */
export async function playOffline({
  module,
  level,
  seed,
  seconds,
  sampleRate,
}: Performance): Promise<Float32Array[]> {
  const sides = await render({ seconds: seconds + WAKE_S, sampleRate }, (context) => {
    const player = createTonePlayer({ seed, context });
    const to = { module, family: 'calming', level } as const;
    const wake = { kind: 'wake', to, durationS: WAKE_S, begin: 'now', curve: 'equal-power' } as const;
    return [[0, () => player.carryOut(wake)]];
  });
  return sides.map((side) => side.subarray(Math.round(WAKE_S * sampleRate)));
}
