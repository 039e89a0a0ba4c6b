import type { Translated } from '../../kit/language.ts';

/** Which way the craving went from one rating to the next. */
export type Course = 'rising' | 'falling' | 'same';

/** A prompt, and the silence after it. */
export interface Sentence extends Translated<string> {
  /** Seconds until the next one, the silence after it included. */
  readonly s: number;
  /** What the muscles do meanwhile: held, or let go. Absent: nothing is asked of them. */
  readonly muscles?: 'held' | 'loose';
  /** Asks for the craving with these words, 0–100. Absent: nothing is asked. */
  readonly asks?: 'craving';
  /** Said in place of the words, as the last answer went. Absent, or no answer: the words themselves. */
  readonly told?: Readonly<Record<Course, Translated<string>>>;
}

export interface ScriptPhase {
  /** A short id: its name in the log. */
  readonly id: string;
  readonly title: Translated<string>;
  readonly sentences: readonly Sentence[];
  /** From which sentence on the breathing guide goes along; it ends with the phase. Absent: it does not. */
  readonly guideFrom?: number;
}

/** One question at the end: an answer in a tap, or the craving once more. */
export type Closing =
  | { readonly asks: 'craving'; readonly title: Translated<string> }
  | {
      readonly asks: 'feeling';
      readonly title: Translated<string>;
      /** The name of the answer's event in the log. */
      readonly what: string;
      readonly answers: readonly Answer[];
    };

export interface Answer {
  /** A short id: its name in the log. */
  readonly id: string;
  readonly text: Translated<string>;
  /** Something hard may have come up: then that is said to be no failure, and where there is help. */
  readonly hard?: true;
}

/** Something that is said to a person over music, as data: what, when, what is asked, and what an answer changes. */
export interface Script {
  /** A short id: its name in the log. */
  readonly id: string;
  readonly title: Translated<string>;
  /** What one will do, in a sentence. */
  readonly lead: Translated<string>;
  /** What it touches on, for those who would rather not. Absent: nothing but sitting and listening. */
  readonly note?: Translated<string>;
  /** The protocol of the music under it; the words are over before the music can be. */
  readonly music: string;
  readonly phases: readonly ScriptPhase[];
  /** Absent: nothing is asked, since somebody may be asleep. */
  readonly closing?: Closing;
}

/** How long a phase takes when nothing is left out. */
export const phaseMs = ({ sentences }: ScriptPhase): number =>
  sentences.reduce((sum, { s }) => sum + s * 1000, 0);

/** How long the whole takes when nothing is left out. */
export const scriptMs = ({ phases }: Pick<Script, 'phases'>): number =>
  phases.reduce((sum, phase) => sum + phaseMs(phase), 0);

/** Whole minutes, for a door. */
export const scriptMinutes = (script: Pick<Script, 'phases'>): number =>
  Math.max(1, Math.round(scriptMs(script) / 60_000));

/** A sentence and the seconds until the next. */
export const say = (s: number, en: string, de: string): Sentence => ({ s, en, de });

/** A sentence that asks for the craving. */
export const ask = (s: number, en: string, de: string): Sentence => ({ s, en, de, asks: 'craving' });

type Both = readonly [en: string, de: string];

/** What is said where nothing was answered, and in its place as the answer went. */
export const tell = (
  s: number,
  { unsaid, rising, falling, same }: Readonly<Record<Course | 'unsaid', Both>>,
): Sentence => {
  const both = ([en, de]: Both): Translated<string> => ({ en, de });
  return {
    ...{ s, ...both(unsaid) },
    told: { rising: both(rising), falling: both(falling), same: both(same) },
  };
};
