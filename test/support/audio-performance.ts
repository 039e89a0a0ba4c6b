import { render } from './audio-offline.ts';
import { readRecordings } from './audio-recordings.ts';
import type { CrossfadePlan, Level } from '../../engine/index.ts';
import { createTonePlayer } from '../../web/audio/index.ts';
import { instrumentsOf, SCORES } from '../../web/audio/modules/index.ts';
import { RecordingBank } from '../../web/audio/recordings.ts';
import { OfflineContext } from '../../web/audio/tone.ts';

interface Performance {
  readonly module: string;
  readonly level: Level;
  readonly seed: number;
  readonly seconds: number;
  readonly sampleRate: number;
}

const WAKE_S = 0.5;

/** Decodes what the modules play, so that a player begins as soon as it is asked. */
export async function ready(modules: readonly string[], sampleRate: number): Promise<void> {
  const bank = new RecordingBank(new OfflineContext(1, 0.1, sampleRate), readRecordings);
  await bank.loadCompanions(modules.flatMap((id) => instrumentsOf(SCORES.get(id)!)));
}

/** Plans by the time in seconds at which they are given, through the whole player. */
export async function performOffline(
  { seed, seconds, sampleRate }: Omit<Performance, 'module' | 'level'>,
  plans: readonly (readonly [atS: number, plan: CrossfadePlan])[],
): Promise<Float32Array[]> {
  const modules = plans.map(([, { to }]) => to.module).filter((id) => SCORES.has(id));
  await ready(modules, sampleRate);
  return render({ seconds, sampleRate }, (context) => {
    const player = createTonePlayer({ seed, context, read: readRecordings });
    return plans.map(([atS, plan]) => [atS, () => player.carryOut(plan)] as const);
  });
}

/** One module through the whole player, woken at once; the fade is left out. */
export async function playOffline({
  module,
  level,
  seconds,
  ...setting
}: Performance): Promise<Float32Array[]> {
  const to = { module, family: SCORES.get(module)!.family, level } as const;
  const wake = { kind: 'wake', to, durationS: WAKE_S, begin: 'now', curve: 'equal-power' } as const;
  const sides = await performOffline({ ...setting, seconds: seconds + WAKE_S }, [[0, wake]]);
  return sides.map((side) => side.subarray(Math.round(WAKE_S * setting.sampleRate)));
}
