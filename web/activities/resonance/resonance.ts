import type { Activity } from '../activity.ts';
import { resonanceCard } from './card.ts';
import { resonanceEvents } from './events.ts';
import { ResonanceScreen } from './resonance-screen.tsx';
import { resonanceViewModel, type ResonanceModel } from './resonance-view-model.ts';
import { words } from './words.ts';

/** At which pace of breathing the heart swings most today. */
export const resonance: Activity<ResonanceModel, typeof resonanceEvents> = {
  ...resonanceCard,
  version: 1,
  events: resonanceEvents,
  words,
  create: resonanceViewModel,
  Screen: ResonanceScreen,
};
