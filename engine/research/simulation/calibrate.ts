import { mean } from '../../maths/statistics.ts';
import type { EngineConfig } from '../../config/engine-config.ts';
import { fixedPlayer, type Programme } from './fixed-player.ts';
import type { Gain, ResponseModel } from './response-models.ts';
import { sessionDay } from './session-day.ts';
import { stream } from './streams.ts';
import { virtualPerson } from './virtual-person.ts';
import { wholeSession } from './virtual-session.ts';

/** Cohen's d of a quiet piece throughout against silence, in first sessions; above 0: it helps. */
export interface EffectSize {
  readonly arousal: number;
  readonly craving: number;
}

export interface Crowd {
  readonly people: number;
  readonly seed: number;
}

/** Arousal over the last two minutes as it was; craving as rated after. */
export function effectSize(
  model: ResponseModel,
  { people, seed, gain }: Crowd & { readonly gain?: Gain },
  config: EngineConfig,
): EffectSize {
  const ends = (programme: Programme) =>
    Array.from({ length: people }, (_, number) => {
      const drawn = virtualPerson(seed, number, model);
      const person = gain ? { ...drawn, gain } : drawn;
      const day = sessionDay(person, 0);
      const player = fixedPlayer(programme, person, stream(seed, number, 6, 0));
      const habit = new Map<string, number>();
      const plan = { person, session: 0, day, habit, protocol: 'craving-session', quarantined: [] };
      return wholeSession(plan, player, config);
    });
  const [silence, calm] = [ends('silence'), ends('static-calm')];
  const d = (of: 'endArousal' | 'ratedEnd') =>
    cohensD(
      silence.map((end) => end[of]),
      calm.map((end) => end[of]),
    );
  return { arousal: d('endArousal'), craving: d('ratedEnd') };
}

/**
 * Gains are looked for below these. Far above them people who dislike the piece run to the top of the scale,
 * spreads grow and d falls again.
 */
const MAX_GAIN: Gain = { arousal: 0.03, craving: 3 };

/** The gain with which a model reaches the effect sizes of trials: arousal first, since craving follows it. */
export function calibratedGain(
  model: ResponseModel,
  target: EffectSize,
  { crowd, config }: { readonly crowd: Crowd; readonly config: EngineConfig },
): Gain {
  const arousal = solved(
    target.arousal,
    MAX_GAIN.arousal,
    (gain) => effectSize(model, { ...crowd, gain: { arousal: gain, craving: 0 } }, config).arousal,
  );
  const craving = solved(
    target.craving,
    MAX_GAIN.craving,
    (gain) => effectSize(model, { ...crowd, gain: { arousal, craving: gain } }, config).craving,
  );
  return { arousal, craving };
}

/** Where a rising function reaches a value, between 0 and `most`, to a thousandth of it. */
function solved(value: number, most: number, of: (x: number) => number): number {
  let [low, high] = [0, most];
  while (high - low > most / 1000) {
    const middle = (low + high) / 2;
    if (of(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function cohensD(a: readonly number[], b: readonly number[]): number {
  const variance = (values: readonly number[]) => {
    const middle = mean(values);
    return mean(values.map((value) => (value - middle) ** 2));
  };
  return (mean(a) - mean(b)) / Math.sqrt((variance(a) + variance(b)) / 2);
}
