import { spoken } from '../../kit/language.ts';
import { numberText } from '../../kit/numbers.ts';

/** The words of a session's screens, one block a screen. */
export const before = spoken({
  en: {
    title: 'Before you begin',
    lead: 'Answer what you like, or nothing at all.',
    craving: 'How strong is the craving?',
    feeling: 'How do you feel?',
    posture: 'How are you placed?',
    context: 'Anything that moves your heart today?',
    listening: 'Heart rate from:',
    listeningNone: 'No heart rate. The music goes by the clock.',
    begin: 'Begin',
    skip: 'Skip and begin',
    back: 'Back',
  },
  de: {
    title: 'Bevor du beginnst',
    lead: 'Antworte, worauf du magst, oder gar nicht.',
    craving: 'Wie stark ist das Verlangen?',
    feeling: 'Wie fühlst du dich?',
    posture: 'In welcher Haltung bist du?',
    context: 'Verändert heute etwas deinen Puls?',
    listening: 'Puls von:',
    listeningNone: 'Kein Puls. Die Musik geht nach der Uhr.',
    begin: 'Beginnen',
    skip: 'Überspringen und beginnen',
    back: 'Zurück',
  },
});

/** What a recording was taken for, in the quiet notice before a session. */
export const reading = spoken({
  en: {
    label: 'About this recording',
    takenFor: 'Read as:',
    partly: (why: string): string => `Only a part: ${why}`,
    more: (count: number): string => `${numberText(count)} more`,
  },
  de: {
    label: 'Über diese Aufzeichnung',
    takenFor: 'Gelesen als:',
    partly: (why: string): string => `Nur ein Teil: ${why}`,
    more: (count: number): string => `${numberText(count)} weitere`,
  },
});

export const session = spoken({
  en: {
    still: 'I am sitting still',
    starting: 'The music is on its way.',
    calmer: 'Calmer',
    livelier: 'Livelier',
    tooMuch: 'Too much',
    another: 'Something else',
    mark: 'I notice craving',
    marked: 'Noted',
    volume: 'Volume',
    breathing: 'Breathing and state',
    now: 'Music',
    kind: (family: string, level: number) => `${family}, level ${level} of 5`,
    connectAgain: 'Connect again',
    heartCaption: 'Heart rate, beats per minute',
    artefacts: 'Left out',
    heartText: 'Heart rate over the last 90 seconds; the current value is in the line of state.',
    howStrong: 'How strong is it?',
    keepRating: 'Keep this',
    noRating: 'Not now',
    left: (time: string) => `${time} left at most`,
    heart: 'Heart rate',
    arousal: 'Arousal, estimated',
    upper: 'upper bound',
    lower: 'lower bound',
    target: 'level aimed at',
    closer: 'Look closer',
    finish: 'Finish here',
    resume: 'Go on',
    stoppedByFault: 'The session had to stop.',
    broken: 'Something in Attune failed, so the music is off. What was recorded is safe.',
    soundBlocked: 'The browser holds the sound back.',
    sound: 'Turn sound on',
    soundInterrupted: 'Sound was interrupted.',
    soundAgain: 'Tap to go on',
    noStrap: 'no strap',
  },
  de: {
    still: 'Ich sitze still',
    starting: 'Die Musik ist unterwegs.',
    calmer: 'Ruhiger',
    livelier: 'Lebhafter',
    tooMuch: 'Zu viel',
    another: 'Etwas anderes',
    mark: 'Ich spüre Verlangen',
    marked: 'Notiert',
    volume: 'Lautstärke',
    breathing: 'Atem und Stand',
    now: 'Musik',
    kind: (family: string, level: number) => `${family}, Stufe ${level} von 5`,
    connectAgain: 'Wieder verbinden',
    heartCaption: 'Puls, Schläge pro Minute',
    artefacts: 'Ausgelassen',
    heartText: 'Puls der letzten 90 Sekunden; der jetzige Wert steht in der Zeile zum Stand.',
    howStrong: 'Wie stark ist es?',
    keepRating: 'So festhalten',
    noRating: 'Nicht jetzt',
    left: (time: string) => `höchstens noch ${time}`,
    heart: 'Puls',
    arousal: 'Aktivierung, geschätzt',
    upper: 'obere Grenze',
    lower: 'untere Grenze',
    target: 'angezielte Stufe',
    closer: 'Genauer hinsehen',
    finish: 'Hier beenden',
    resume: 'Weitermachen',
    stoppedByFault: 'Die Sitzung musste anhalten.',
    broken:
      'In Attune ist etwas fehlgeschlagen, darum ist die Musik aus. Was aufgezeichnet wurde, ist sicher.',
    soundBlocked: 'Der Browser hält den Ton zurück.',
    sound: 'Ton einschalten',
    soundInterrupted: 'Der Ton wurde unterbrochen.',
    soundAgain: 'Tippen, um weiterzumachen',
    noStrap: 'kein Gurt',
  },
});

export const after = spoken({
  en: {
    title: 'That was your session',
    again: 'How strong is the craving now?',
    save: 'Keep this and finish',
    skip: 'Finish without rating',
    thanks: 'Thank you for taking this time.',
    hard: 'That is a hard place to be. You do not have to handle it alone.',
    picture: 'Your session in one picture',
    heart: 'Heart rate',
    artefacts: 'Dots at the lower edge: intervals that are no steady heartbeat and are left out of the line.',
    arousal: 'Arousal, estimated',
  },
  de: {
    title: 'Das war deine Sitzung',
    again: 'Wie stark ist das Verlangen jetzt?',
    save: 'Festhalten und beenden',
    skip: 'Ohne Bewertung beenden',
    thanks: 'Danke, dass du dir diese Zeit genommen hast.',
    hard: 'Da ist es gerade schwer. Du musst das nicht allein bewältigen.',
    picture: 'Deine Sitzung in einem Bild',
    heart: 'Puls',
    artefacts:
      'Punkte am unteren Rand: Intervalle, die kein gleichmäßiger Herzschlag sind und in der Linie fehlen.',
    arousal: 'Aktivierung, geschätzt',
  },
});

/** What played when. */
export const strip = spoken({
  en: { title: 'Music; a deeper colour is livelier' },
  de: { title: 'Musik; je kräftiger die Farbe, desto lebhafter' },
});

/** What may be taken up in place of more music. */
export const offers = spoken({
  en: {
    label: 'Other things that may help now',
    breath: 'Breathe with the guide',
    stop: 'Stop here',
    resume: 'Music again',
  },
  de: {
    label: 'Was jetzt auch helfen kann',
    breath: 'Mit der Atemführung atmen',
    stop: 'Hier aufhören',
    resume: 'Wieder Musik',
  },
});
