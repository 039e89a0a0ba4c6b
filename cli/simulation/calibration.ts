import { engineConfig } from '../../engine/index.ts';
import { calibratedGain, type EffectSize } from '../../engine/research/index.ts';
import { columns } from './columns.ts';

/** d of music on physiological stress (de Witte 2020); half the SMD of therapist-led music on craving (Ghetti 2022). */
const TRIALS: EffectSize = { arousal: 0.38, craving: 0.33 };

/** What `attune simulate calibrate` prints: how the gains in `response-models.ts` came about. */
export function calibrationText(crowd: { readonly people: number; readonly seed: number }): string {
  const config = engineConfig();
  const models = ['sedative', 'iso', 'taste', 'habituating', 'mixed'] as const;
  return columns([
    ['response model', 'arousal a minute', 'craving, points a minute'],
    ...models.map((model) => {
      const { arousal, craving } = calibratedGain(model, TRIALS, { crowd, config });
      return [model, arousal.toFixed(4), craving.toFixed(2)];
    }),
  ]);
}
