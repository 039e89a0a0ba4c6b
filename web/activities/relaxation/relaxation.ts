import type { Activity } from '../activity.ts';
import { relaxationCard } from './card.ts';
import { relaxationEvents } from './events.ts';
import { RelaxationScreen } from './relaxation-screen.tsx';
import { relaxationViewModel, type RelaxationModel } from './relaxation-view-model.ts';
import { words } from './words.ts';

/** Guided relaxation: tense and let go, part by part, over calm music. */
export const relaxation: Activity<RelaxationModel, typeof relaxationEvents> = {
  ...relaxationCard,
  version: 1,
  events: relaxationEvents,
  words,
  create: relaxationViewModel,
  Screen: RelaxationScreen,
};
