import { spoken } from '../../../kit/language.ts';

/** Where a hit lands. */
export type Place = 'clap' | 'chest' | 'lap' | 'stamp';

/** A pattern of one bar of four beats; a rest where there is nothing. */
export interface BodyCard {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  /** Eight halves of a beat. */
  readonly steps: readonly (Place | undefined)[];
}

const _ = undefined;

/** The words of body percussion. */
export const body = spoken({
  en: {
    title: 'Body percussion',
    lead: 'All it takes is hands, a lap and a foot. Speak the words in the rhythm, and the hands follow.',
    places: { clap: 'Clap', chest: 'Chest', lap: 'Lap', stamp: 'Stamp' },
    how: {
      clap: 'Hands together, soft or sharp.',
      chest: 'A flat hand on the breastbone, as light as you like.',
      lap: 'Both hands on the thighs.',
      stamp: 'One foot on the floor; sitting is fine.',
    },
    rest: 'rest',
    care: 'Leave out whatever hurts. On the chest a finger is enough.',
    hear: 'Hear it',
    hush: 'Stop',
    bar: 'A bar of eight steps',
  },
  de: {
    title: 'Musik mit dem Körper',
    lead: 'Es braucht nur Hände, Schenkel und einen Fuß. Sprich die Wörter im Rhythmus, die Hände folgen.',
    places: { clap: 'Klatschen', chest: 'Brust', lap: 'Schenkel', stamp: 'Stampfen' },
    how: {
      clap: 'Die Hände zusammen, weich oder scharf.',
      chest: 'Eine flache Hand auf das Brustbein, so leicht du magst.',
      lap: 'Beide Hände auf die Oberschenkel.',
      stamp: 'Ein Fuß auf den Boden; im Sitzen geht es auch.',
    },
    rest: 'Pause',
    care: 'Lass weg, was weh tut. Auf der Brust genügt ein Finger.',
    hear: 'Anhören',
    hush: 'Stopp',
    bar: 'Ein Takt mit acht Schritten',
  },
});

/** The bars, from four steady steps to the whole body. */
const STEPS = {
  walk: ['stamp', _, 'stamp', _, 'stamp', _, 'stamp', _],
  heart: ['chest', 'chest', _, _, 'chest', 'chest', _, _],
  swing: ['lap', _, 'clap', _, 'lap', _, 'clap', _],
  rain: ['lap', 'lap', 'lap', 'lap', 'lap', 'lap', 'clap', _],
  train: ['stamp', 'lap', 'lap', 'lap', 'stamp', 'lap', 'lap', 'lap'],
  whole: ['stamp', _, 'lap', 'lap', 'chest', _, 'clap', _],
} as const satisfies Record<string, BodyCard['steps']>;

type CardWords = Readonly<Record<keyof typeof STEPS, readonly [title: string, line: string]>>;

const TITLES = spoken<CardWords>({
  en: {
    walk: ['A walk', 'Feet first. Nothing more.'],
    heart: ['Heartbeat', 'Two close together, then wait.'],
    swing: ['Down and up', 'Low on the lap, high in the hands.'],
    rain: ['Rain on a roof', 'Light fingers on the lap, one clap.'],
    train: ['A train at night', 'Stamp, and let it roll.'],
    whole: ['The whole body', 'From the floor to the hands.'],
  },
  de: {
    walk: ['Ein Gang', 'Zuerst die Füße. Sonst nichts.'],
    heart: ['Herzschlag', 'Zwei dicht beieinander, dann warten.'],
    swing: ['Tief und hoch', 'Unten die Schenkel, oben die Hände.'],
    rain: ['Regen auf dem Dach', 'Leichte Finger auf den Schenkeln, einmal klatschen.'],
    train: ['Ein Zug bei Nacht', 'Stampf, und lass es rollen.'],
    whole: ['Der ganze Körper', 'Vom Boden bis zu den Händen.'],
  },
});

export const CARDS: readonly BodyCard[] = (Object.keys(STEPS) as (keyof typeof STEPS)[]).map((id) => {
  const [title, line] = TITLES[id];
  return { id, title, line, steps: STEPS[id] };
});
