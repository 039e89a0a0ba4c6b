import type { LearningSettings } from './learning-settings.ts';
import { RULED, MEETING } from './decision-features.ts';

/** What is believed of an effect before anything is seen: normal, in points of the craving scale. */
export const effectPrior = (
  name: string,
  { effectSd, meetingSd, meetingLead }: LearningSettings,
): { readonly mean: number; readonly sd: number } =>
  name.startsWith(MEETING)
    ? { mean: name === RULED ? meetingLead : 0, sd: meetingSd }
    : { mean: 0, sd: effectSd };
