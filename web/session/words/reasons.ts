import {
  DOSE_SENTENCES,
  doseSentence,
  type ArousalReason,
  type DosingHalted,
  type ExclusionReason,
  type Family,
  type WithheldReason,
} from '../../../engine/index.ts';

/** Why this plays now, after the name of the module. */
export const doseReasons = DOSE_SENTENCES;

/** The same for one decision: it also tells where what was asked for is not allowed. */
export const whyText = doseSentence;

/** Why there is no estimate, and what would help. */
export const withheldReasons: Record<WithheldReason, string> = {
  'no-beats': 'No heartbeat is coming in. The music goes on by the clock.',
  'too-few-beats': 'Not enough heartbeats yet. Give it a minute.',
  'poor-signal': 'The signal is too rough to trust. Moistening the strap often helps.',
  'no-contact': 'The strap reports no skin contact. Moisten it and pull it a little tighter.',
  'no-baseline': 'Your resting level is not known yet. Sitting quietly helps to find it.',
  moving: 'It looks like you are moving or have just moved, so the heart rate says little about calm.',
  'perhaps-moving':
    'Your heart has been fast and even for minutes, as in movement. If you are sitting still, please say so.',
  'irregular-rhythm':
    'The heartbeat is too irregular to read. That can be the sensor; if it goes on or you feel unwell, ask a doctor.',
  ended: 'The recording has ended. The music goes on by the clock.',
};

/** What the estimate rests on. */
export const arousalReasons: Record<ArousalReason, string> = {
  'heart-rate-above-baseline': 'Heart rate is above your resting level.',
  'heart-rate-near-baseline': 'Heart rate is near your resting level.',
  'heart-rate-below-baseline': 'Heart rate is below your resting level.',
  'rest-found-lower': 'Your heart has been slower since, so your resting level is taken to be lower.',
  'variability-below-baseline': 'Your heartbeat varies less than at rest.',
  'variability-above-baseline': 'Your heartbeat varies more than at rest.',
  'heart-rate-only':
    'This sensor sends your heart rate, not each beat: no variability, no check of the rhythm, and a wider margin.',
  'paced-breathing-variability-ignored': 'You are breathing with the pacer, so variability is left out.',
};

export const exclusionReasons: Record<ExclusionReason, string> = {
  trigger: 'a trigger for you',
  'trigger-artist': 'by an artist who is a trigger for you',
  'trigger-genre': 'of a kind that is a trigger for you',
  'trigger-year': 'from years that are a trigger for you',
  'exposure-after-distress': 'not after a hard moment',
  quarantined: 'set aside after a hard moment',
  'unjudged-in-early-recovery': 'not judged by you yet',
  'locked-by-clinician': 'locked by your clinician',
  'sound-dose': 'enough sound for this week',
  'daily-minutes': 'enough music for today',
  'heart-rate-ceiling': 'livelier, and your heart rate is near its limit',
  'after-distress': 'livelier, and there was a hard moment before',
  'no-heart-rate': 'livelier, and your heart rate is not known',
  'other-family': 'another kind of music',
  'other-level': 'cannot play at this level',
  'just-heard': 'played just now',
};

/** What stopped the music, and what to do. */
export const haltCauses: Record<DosingHalted['cause'], { readonly title: string; readonly body: string }> = {
  'stop-pressed': { title: 'Stopped.', body: 'It is quiet now. Go on when you like, or leave it here.' },
  distress: {
    title: 'This is a hard moment.',
    body: 'The music has stopped, so that nothing adds to it. You do not have to handle this alone.',
  },
  'heart-rate-ceiling': {
    title: 'The music has stopped.',
    body:
      'Your heart rate stayed high for someone at rest. Sit down, breathe easily. If you feel unwell, ' +
      'get medical help.',
  },
  locked: {
    title: 'This is locked.',
    body: 'Your clinician can unlock it for you, for a session together.',
  },
  'session-over': { title: 'That is the session.', body: 'Take a moment before you get up.' },
};

export const families: Record<Family, string> = {
  calming: 'calming',
  activating: 'activating',
  silence: 'silence',
};
