import type { Activity } from '../activity.ts';
import { BreathingScreen } from './breathing-screen.tsx';
import { breathingViewModel, type BreathingModel } from './breathing-view-model.ts';
import { breathingCard } from './card.ts';
import { breathingEvents } from './events.ts';
import { words } from './words.ts';

/** Slow breathing along a guide, with the heart beside it where there is one. */
export const breathing: Activity<BreathingModel, typeof breathingEvents> = {
  ...breathingCard,
  version: 1,
  events: breathingEvents,
  words,
  create: breathingViewModel,
  Screen: BreathingScreen,
};
