import { strapProfileOf, type FaultName, type StrapStatus } from '../../../devices/index.ts';
import { spoken } from '../../kit/language.ts';
import { sensorStates } from '../../session/words/sensor.ts';

interface BadgeWords {
  readonly title: string;
  readonly beats: Readonly<Record<StrapStatus['capabilities']['beats'], string>>;
  readonly on: string;
  readonly off: string;
  readonly contactUnknown: string;
  readonly batteryLow: (percent: number) => string;
  readonly battery: (percent: number) => string;
  readonly breaths: (perMinute: number) => string;
  readonly clock: (giveOrTakeMs: number) => string;
  readonly clear: string;
  readonly someMissing: string;
  readonly manyMissing: string;
  readonly beating: string;
  /** What is particular about a model of strap, by the id of its profile; absent: as the profile says it. */
  readonly notes: Readonly<Record<string, string>>;
}

export const badge = spoken<BadgeWords>({
  en: {
    title: 'About this strap',
    beats: {
      waiting: 'finding out what it sends',
      rr: 'sends each beat',
      'heart-rate-only': 'sends heart rate only, so no variability',
    },
    on: 'on the skin',
    off: 'not on the skin',
    contactUnknown: 'cannot tell whether it is worn',
    batteryLow: (percent) => `battery low, ${percent} %`,
    battery: (percent) => `battery ${percent} %`,
    breaths: (perMinute) => `about ${perMinute} breaths a minute, by the chest`,
    clock: (ms) => `on a phone, time ± ${ms} ms`,
    clear: 'clear signal',
    someMissing: 'some beats missing',
    manyMissing: 'many beats missing',
    beating: 'beating',
    notes: {
      'polar-h10':
        'It may send plausible values while it is not worn, and drops the link 45 s after it comes off.',
      'polar-optical':
        'It sends heart rate only over the common service, so there is no heart rate variability.',
      'optical-band':
        'It reads the pulse at the arm; intervals, where it sends any, are smoothed over several beats.',
    },
  },
  de: {
    title: 'Über diesen Gurt',
    beats: {
      waiting: 'es wird geklärt, was er sendet',
      rr: 'sendet jeden Schlag',
      'heart-rate-only': 'sendet nur den Puls, also keine Herzratenvariabilität',
    },
    on: 'auf der Haut',
    off: 'nicht auf der Haut',
    contactUnknown: 'kann nicht sagen, ob er getragen wird',
    batteryLow: (percent) => `Batterie schwach, ${percent} %`,
    battery: (percent) => `Batterie ${percent} %`,
    breaths: (perMinute) => `etwa ${perMinute} Atemzüge pro Minute, an der Brust`,
    clock: (ms) => `am Telefon, Zeit ± ${ms} ms`,
    clear: 'klares Signal',
    someMissing: 'einige Schläge fehlen',
    manyMissing: 'viele Schläge fehlen',
    beating: 'schlägt',
    notes: {
      'polar-h10':
        'Er kann glaubhafte Werte senden, obwohl ihn niemand trägt, und trennt die Verbindung 45 s nach dem ' +
        'Ablegen.',
      'polar-optical':
        'Auf dem allgemeinen Weg sendet er nur den Puls; Herzratenvariabilität gibt es damit nicht.',
      'optical-band':
        'Er misst den Puls am Arm; Intervalle, falls er welche sendet, sind über mehrere Schläge geglättet.',
    },
  },
});

/** What a strap is and can, in a few words each: the badge. */
export function badgeOf({ capabilities, off, battery, breaths, clockMs }: StrapStatus): readonly string[] {
  const { contact } = capabilities;
  return [
    badge.beats[capabilities.beats],
    ...(contact === undefined ? [] : [contact ? (off ? badge.off : badge.on) : badge.contactUnknown]),
    ...(battery === undefined ? [] : [battery <= 15 ? badge.batteryLow(battery) : badge.battery(battery)]),
    ...(breaths === undefined ? [] : [badge.breaths(breaths)]),
    ...(clockMs === undefined ? [] : [badge.clock(clockMs)]),
  ];
}

/** What is particular about this model; absent: nothing. */
export const noteOf = ({ name, note }: StrapStatus): string | undefined =>
  badge.notes[strapProfileOf(name)?.id ?? ''] ?? note;

export const qualityWords = (quality: number | undefined): string =>
  quality === undefined
    ? ''
    : quality > 0.9
      ? badge.clear
      : quality > 0.6
        ? badge.someMissing
        : badge.manyMissing;

/** Where the strap stands, for a list of several. */
export const strapState = ({ state, bpm, off }: StrapStatus): string =>
  off ? badge.off : state === 'streaming' && bpm !== undefined ? badge.beating : sensorStates[state];

export const laboratory = spoken({
  en: {
    title: 'Strap laboratory',
    lead: 'Let things go wrong, to see what Attune does. It is for the recorded heart and the simulated person.',
  },
  de: {
    title: 'Gurtlabor',
    lead:
      'Lass etwas schiefgehen und sieh, was Attune dann tut. Das gilt für das aufgezeichnete Herz und die ' +
      'simulierte Person.',
  },
});

export const faults = spoken<Record<FaultName, string>>({
  en: {
    lost: 'Every tenth message is lost',
    late: 'Every tenth message comes late',
    duplicate: 'Every fifth message comes twice',
    burst: 'Each minute, messages wait and come all at once',
    contact: 'The strap wrongly says it is not worn',
    bpm: 'The strap’s own heart rate is a quarter too high',
    drop: 'The link is lost for 15 seconds each minute',
    battery: 'The battery is flat after five minutes',
    counter: 'The strap’s beat counter jumps',
  },
  de: {
    lost: 'Jede zehnte Nachricht geht verloren',
    late: 'Jede zehnte Nachricht kommt zu spät',
    duplicate: 'Jede fünfte Nachricht kommt doppelt',
    burst: 'Jede Minute stauen sich Nachrichten und kommen auf einmal',
    contact: 'Der Gurt meldet fälschlich, dass er nicht getragen wird',
    bpm: 'Der Gurt zeigt den Puls um ein Viertel zu hoch',
    drop: 'Die Verbindung reißt jede Minute für 15 Sekunden ab',
    battery: 'Die Batterie ist nach fünf Minuten leer',
    counter: 'Der Schlagzähler des Gurts springt',
  },
});

export const simulated = spoken({
  en: {
    label: 'A simulated person',
    hint: 'You decide how stirred up they are, while the music plays',
    steer: 'How stirred up is the simulated person?',
    calm: 'calm',
    stirred: 'very stirred up',
  },
  de: {
    label: 'Eine simulierte Person',
    hint: 'Du bestimmst, wie aufgewühlt sie ist, während die Musik spielt',
    steer: 'Wie aufgewühlt ist die simulierte Person?',
    calm: 'ruhig',
    stirred: 'sehr aufgewühlt',
  },
});

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
    battery: (percent: number): string => `Batterie ${percent} %`,
    choose: 'Verbinden oder wählen',
    change: 'Ändern',
  },
});

/** Where the heartbeat comes from. */
export const sources = spoken({
  en: {
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
  },
  de: {
    title: 'Eine Sitzung beginnen',
    hint: 'Zehn bis fünfzehn Minuten, im Sitzen. Woher soll der Herzschlag kommen?',
    strap: 'Gurt verbinden',
    strapHint: 'Ein Brustgurt mit Bluetooth',
    strapAgain: (name: string) => `${name} verbinden`,
    strapAgainHint: 'Dein Gurt vom letzten Mal; er verbindet sich von selbst, sobald du ihn trägst',
    demo: 'Mit einem aufgezeichneten Herzen ausprobieren',
    demoHint: 'Die ganze Geschichte in vier Minuten; das Herz ist simuliert',
    recording: 'Eine Aufzeichnung öffnen',
    recordingHint: 'Eine Datei mit RR-Intervallen: FIT, CSV, Text und andere. Oder leg sie hier ab',
    drop: 'Die Aufzeichnung hier ablegen',
    none: 'Kein Gurt',
    noneHint: 'Die Musik geht nach der Uhr',
    again: 'Noch einmal versuchen',
  },
});

/** Where the strap talks to a phone, and the session is on another screen. */
export const onPhone = spoken({
  en: {
    label: 'A strap on a phone',
    hint: 'The strap connects to a phone beside you, and its beats come here',
    here: 'Be the sensor of another screen',
    hereHint: 'The strap connects to this device, and the session runs elsewhere',
  },
  de: {
    label: 'Ein Gurt am Telefon',
    hint: 'Der Gurt verbindet sich mit einem Telefon neben dir, und seine Schläge kommen hierher',
    here: 'Sensor für einen anderen Bildschirm sein',
    hereHint: 'Der Gurt verbindet sich mit diesem Gerät, und die Sitzung läuft woanders',
  },
});
