import { type FaultName, type StrapStatus } from '../../../devices/index.ts';
import { spoken } from '../../kit/language.ts';
import { sensorStates } from '../../session/words/sensor.ts';

const beats: Record<StrapStatus['capabilities']['beats'], string> = {
  waiting: 'finding out what it sends',
  rr: 'sends each beat',
  'heart-rate-only': 'sends heart rate only, so no variability',
};

/** What a strap is and can, in a few words each: the badge. */
export function badgeOf({ capabilities, off, battery, breaths }: StrapStatus): readonly string[] {
  const { contact } = capabilities;
  return [
    beats[capabilities.beats],
    ...(contact === undefined
      ? []
      : [contact ? (off ? 'not on the skin' : 'on the skin') : 'cannot tell whether it is worn']),
    ...(battery === undefined ? [] : [battery <= 15 ? `battery low, ${battery} %` : `battery ${battery} %`]),
    ...(breaths === undefined ? [] : [`about ${breaths} breaths a minute, by the chest`]),
  ];
}

export const qualityWords = (quality: number | undefined): string =>
  quality === undefined
    ? ''
    : quality > 0.9
      ? 'clear signal'
      : quality > 0.6
        ? 'some beats missing'
        : 'many beats missing';

/** Where the strap stands, for a list of several. */
export const strapState = ({ state, bpm, off }: StrapStatus): string =>
  off ? 'not on the skin' : state === 'streaming' && bpm !== undefined ? 'beating' : sensorStates[state];

export const badge = { title: 'About this strap' } as const;

export const laboratory = {
  title: 'Strap laboratory',
  lead: 'Let things go wrong, to see what Attune does. It is for the recorded heart and the simulated person.',
} as const;

export const faults: Record<FaultName, string> = {
  lost: 'Every tenth message is lost',
  late: 'Every tenth message comes late',
  duplicate: 'Every fifth message comes twice',
  burst: 'Each minute, messages wait and come all at once',
  contact: 'The strap wrongly says it is not worn',
  bpm: 'The strap’s own heart rate is a quarter too high',
  drop: 'The link is lost for 15 seconds each minute',
  battery: 'The battery is flat after five minutes',
  counter: 'The strap’s beat counter jumps',
};

export const simulated = {
  label: 'A simulated person',
  hint: 'You decide how stirred up they are, while the music plays',
  name: 'A simulated person',
  steer: 'How stirred up is the simulated person?',
  calm: 'calm',
  stirred: 'very stirred up',
} as const;

/** On Today. */
export const heartLine = spoken({
  en: {
    title: 'Your heartbeat',
    none: 'No strap connected.',
    from: (name: string): string => `Heart rate from: ${name}`,
    battery: (percent: number): string => `battery ${percent} %`,
    choose: 'Connect or choose',
    change: 'Change',
  },
  de: {
    title: 'Dein Herzschlag',
    none: 'Kein Gurt verbunden.',
    from: (name: string): string => `Puls von: ${name}`,
    battery: (percent: number): string => `Akku ${percent} %`,
    choose: 'Verbinden oder wählen',
    change: 'Ändern',
  },
});

/** Where the heartbeat comes from. */
export const sources = {
  title: 'Start a session',
  hint: 'Ten to fifteen minutes, sitting down. Where should the heartbeat come from?',
  strap: 'Connect a strap',
  strapHint: 'A Bluetooth heart-rate strap',
  strapAgain: (name: string) => `Connect ${name}`,
  strapAgainHint: 'Your strap of last time; it connects by itself once you wear it',
  demo: 'Try it with a recorded heart',
  demoHint: 'The whole story in four minutes; the heart is simulated',
  recording: 'Open a recording',
  recordingHint: 'A file of RR intervals: FIT, CSV, text and others. Or drop it here',
  drop: 'Drop the recording here',
  none: 'No strap',
  noneHint: 'The music goes by the clock',
  again: 'Try again',
} as const;
