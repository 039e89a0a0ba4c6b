import { spoken } from '../../kit/language.ts';

/** One line for each kind of session; a protocol that is not here has its own purpose. */
export const kindLines = spoken<Readonly<Record<string, string>>>({
  en: {
    'craving-session': 'From where you are to where it is quiet. The daily one.',
    activation: 'From flat to a little livelier, as far as your heart leaves room.',
    'after-hard-session': 'Settling down after a hard hour of therapy.',
    'rhythm-session': 'A pulse to tap along to, then a rhythm of your own.',
    'group-session': 'Rhythm, listening and talk, together in one room.',
    demonstration: 'A session in short, over a recorded heart: met, led down, settled.',
    exposure: 'Short excerpts of songs that pull at you, together with your clinician.',
  },
  de: {
    'craving-session': 'Von dort, wo du bist, dorthin, wo es ruhig ist. Die tägliche Sitzung.',
    activation: 'Von matt zu etwas lebhafter, soweit dein Herz Raum lässt.',
    'after-hard-session': 'Zur Ruhe kommen nach einer schweren Therapiestunde.',
    'rhythm-session': 'Ein Puls zum Mitklopfen, danach ein eigener Rhythmus.',
    'group-session': 'Rhythmus, Zuhören und Gespräch, zusammen in einem Raum.',
    demonstration:
      'Eine Sitzung in Kürze, mit einem aufgezeichneten Herzen: abgeholt, hinabgeführt, beruhigt.',
    exposure: 'Kurze Ausschnitte aus Liedern, die an dir ziehen, zusammen mit deiner Fachkraft.',
  },
});

export const kinds = spoken({
  en: {
    legend: 'What kind of session?',
    other: 'Another kind',
    locked: 'Locked. It can stir craving up, so your clinician unlocks it and is there with you.',
    drawn: (from: string, to: string) => `The music begins at ${from} and ends at ${to}.`,
  },
  de: {
    legend: 'Was für eine Sitzung?',
    other: 'Eine andere Art',
    locked: 'Gesperrt. Sie kann Verlangen wecken; deine Fachkraft schaltet sie frei und ist dabei.',
    drawn: (from: string, to: string) => `Die Musik beginnt bei „${from}“ und endet bei „${to}“.`,
  },
});
