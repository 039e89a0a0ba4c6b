import { frequencyOf, pitchesNear, type Instrument } from './instruments/index.ts';
import type { Note } from './modules/index.ts';
import { seeded, type Random } from './random.ts';
import type { Choice } from './recordings.ts';

/** How one note is struck: which recording, how fast, how bright. */
export interface Stroke extends Required<Choice> {
  /** Factor on the speed. */
  readonly rate: number;
  /** Corner of its low-pass, Hz; absent: as recorded. */
  readonly toneHz: number | undefined;
}

/** By how much drums may be faster or slower, as a share; and what has a pitch, by three cents. */
const [DRUM_SPREAD, PITCH_SPREAD] = [0.02, 0.0017];
/** How far a layer may be chosen as if the note were softer or harder: no hard edge between two. */
const FORCE_SPREAD = 0.035;
/**
 * How far the tone of a stroke lies from what its velocity says, in octaves: brighter and darker in turn, so that
 * a note that is said again is never said the same way, though it has but one recording.
 */
const TONE_SPREAD = [0.14, 0.4] as const;
/** The softest stroke that there is. */
const SOFTEST = 0.1;
/** A tone never comes closer to the pitch of a note than this many times its frequency. */
const OVER_PITCH = 3;

/** Where a phrase stands: its chance is its own. */
interface Place {
  readonly seed: number;
  readonly index: number;
  readonly level: number;
}

/**
 * The hands that play a module. Each stroke is a little unlike the next, and no recording of a stroke falls twice
 * running. Chance hangs on the note's place alone; of what came before only the last recording of a stroke counts.
 */
export class Hands {
  readonly #last = new Map<string, Pick<Stroke, 'take'> & { readonly bright: boolean }>();
  readonly #instrumentOf: (part: string) => Instrument;

  constructor(instrumentOf: (part: string) => Instrument) {
    this.#instrumentOf = instrumentOf;
  }

  /** How the notes of the next phrase are struck, each in its turn; the same order as the notes. */
  strokesOf(notes: readonly Note[], { seed, index, level }: Place): readonly Stroke[] {
    const random = seeded(seed, 13, index, level);
    const strokes: Stroke[] = [];
    const inTurn = notes.map((note, i) => [note, i] as const).sort(([a], [b]) => a.beat - b.beat);
    for (const [note, i] of inTurn) strokes[i] = this.#strike(note, random);
    return strokes;
  }

  #strike({ part, midi, velocity }: Note, random: Random): Stroke {
    const instrument = this.#instrumentOf(part);
    // Drawn whether it is used or not: what one note does leaves the others as they are.
    const [choice, speed, colour, force] = [random(), random(), random(), random()];
    const last = this.#last.get(`${part} ${midi}`);
    const take = another(last?.take, takesOf(instrument, midi), choice);
    const bright = last ? !last.bright : choice < 0.5;
    this.#last.set(`${part} ${midi}`, { take, bright });
    const [least, most] = TONE_SPREAD;
    const octaves = (bright ? 1 : -1) * (least + (most - least) * colour);
    return {
      take,
      force: velocity + about(force, FORCE_SPREAD),
      rate: instrument.loops ? 1 : 1 + about(speed, instrument.pitched ? PITCH_SPREAD : DRUM_SPREAD),
      toneHz: toneHz(instrument, { midi, velocity }, 2 ** octaves),
    };
  }
}

/** A number within ± spread of 0, of one in [0, 1). */
const about = (x: number, spread: number): number => spread * (2 * x - 1);

/** Any take but the last, each as likely as the other. */
const another = (last: number | undefined, takes: number, choice: number): number =>
  last === undefined || takes === 1
    ? Math.floor(choice * takes)
    : (last + 1 + Math.floor(choice * (takes - 1))) % takes;

/** Recordings that a stroke may be played from. */
const takesOf = (instrument: Instrument, midi: number): number =>
  instrument.loops ? 1 : (instrument.takes ?? pitchesNear(instrument, midi).length);

/** The harder the brighter. */
function toneHz(
  { toneHz: corners, pitched }: Instrument,
  { midi, velocity }: Pick<Note, 'midi' | 'velocity'>,
  factor: number,
): number | undefined {
  if (!corners) return undefined;
  const [soft, hard] = corners;
  const share = Math.min(1, Math.max(0, (velocity - SOFTEST) / (1 - SOFTEST)));
  const least = pitched ? OVER_PITCH * frequencyOf(midi) : 0;
  return Math.max(least, soft * (hard / soft) ** share) * factor;
}
