import type { DoseDecision, DoseReason } from './events.ts';

/** Why this plays now, for the person: one sentence or two for each reason. */
export const DOSE_SENTENCES: Readonly<Record<DoseReason, string>> = {
  settling: 'A quiet start, so that your own resting level can be found.',
  'matching-estimate': 'Coming close to where your body seems to be.',
  'matching-by-default': 'Starting in the middle: there is no estimate to go by yet.',
  'stepping-down-estimate-fell': 'Stepping down: your estimate has not risen since the last step.',
  'stepping-down-by-time': 'Stepping down by the clock: there is no estimate to go by.',
  'stepping-up': 'A little livelier: your heart rate leaves room for it.',
  'stepping-up-by-time': 'A little livelier, by the clock: there is no estimate to go by.',
  'stepping-back-near-ceiling': 'A step back: your heart rate is near its limit.',
  'holding-estimate-rising': 'Staying here: your estimate is rising, so nothing is pushed.',
  'holding-near-ceiling': 'Staying here: your heart rate is near its limit.',
  'holding-no-heart-rate': 'Staying here: without a heart rate it does not get livelier by itself.',
  'holding-body-ahead': 'Staying here: your body seems livelier than the music already.',
  'silence-after-two-failed-steps':
    'A pause: the last steps did not settle things, and silence may do more than music. ' +
    'You can also breathe with the circle, or stop.',
  'another-estimate-stayed': 'Something else, as quiet: your estimate has stayed where it was.',
  yoked: 'The music goes its planned course.',
  'holding-goal-reached': 'Staying here for a while.',
  'holding-before-next-step': 'Staying here a little before the next step.',
  'holding-choice-by-hand': 'Staying with what you chose.',
  'after-silence': 'Back from the pause, gently.',
  reflecting: 'Almost done. Time to notice how it is now.',
  accompanying: 'Music to go with what you are doing.',
  'leading-to-activity': 'One step towards the music for what comes now.',
  'quiet-by-plan': 'Quiet for now.',
  'exposure-excerpt': 'The excerpt that you and your clinician chose. Stop ends it at once.',
  'set-aside': 'Something else: what played is set aside for now.',
  'sound-limit':
    'Quiet from here on: your ears have had about a week’s worth of sound, as far as can be estimated.',
  'daily-limit': 'Quiet from here on: that was the music for today.',
  'asked-calmer': 'You asked for calmer.',
  'asked-livelier': 'You asked for livelier.',
  'asked-skip': 'You asked for something else.',
  'asked-resume': 'You asked to go on.',
  'asked-level': 'Your clinician asked for this level.',
  'too-much': 'You said it was too much, so it is quiet.',
};

/** One sentence for the person on a decision; where the shield refused what was asked for, it says so. */
export function doseSentence({
  reason,
  denied,
  family,
}: Pick<DoseDecision, 'reason' | 'denied' | 'family'>): string {
  const sentence = DOSE_SENTENCES[reason];
  if (!denied) return sentence;
  return family === 'silence'
    ? `${sentence} Nothing that fits is allowed right now, so it is quiet.`
    : `${sentence} That is not allowed right now, so it stays as it is.`;
}
