import { seeded, wobble, type Random } from '../../web/audio/random.ts';

/** Music whose tempo, key and strokes are known, to hold the analysis of own tracks against. */
export interface GeneratedTrack {
  readonly samples: Float32Array<ArrayBuffer>;
  /** Notes and drum strokes that begin apart from one another. */
  readonly strokes: number;
}

export interface Recipe {
  readonly pattern: Pattern;
  readonly bpm: number;
  readonly seconds: number;
  readonly sampleRate: number;
  readonly seed: number;
  /** Semitones above C of the major key; absent: C. */
  readonly tonic?: number;
}

interface Stroke {
  /** Beats from the start. */
  readonly beat: number;
  readonly sound: 'pluck' | 'bass' | 'kick' | 'snare' | 'hat';
  /** For what has a pitch: semitones from the tonic. */
  readonly steps?: readonly number[];
  readonly loud: number;
}

const CHORDS = [
  [0, 4, 7],
  [7, 11, 14],
  [9, 12, 16],
  [5, 9, 12],
] as const;

/** Strokes of one bar over a chord, and how many beats it has. */
interface Bar {
  readonly beats: number;
  strokes(chord: readonly number[], random: Random): readonly Stroke[];
}

/** Eighths over a bar of four. */
const arpeggio = (chord: readonly number[], random: Random): Stroke[] =>
  Array.from({ length: 8 }, (_, i) => ({
    beat: i / 2,
    sound: 'pluck',
    steps: [chord[Math.floor(3 * random())]! + (random() < 0.3 ? 12 : 0)],
    loud: i === 0 ? 0.5 : 0.3 + 0.15 * random(),
  }));

const drums = (sound: 'kick' | 'snare' | 'hat', beats: readonly number[], loud: number): Stroke[] =>
  beats.map((beat) => ({ beat, sound, loud }));

const BARS = {
  /** A chord on each beat. */
  pulse: {
    beats: 4,
    strokes: (chord) => [0, 1, 2, 3].map((beat) => ({ beat, sound: 'pluck', steps: chord, loud: 0.4 })),
  },
  /** Broken chords in eighths over a bass. */
  ballad: {
    beats: 4,
    strokes: (chord, random) => [
      ...arpeggio(chord, random),
      ...[0, 2].map((beat) => ({ beat, sound: 'bass', steps: [chord[0]! - 24], loud: 0.5 }) as const),
    ],
  },
  /** Drums, bass and chords. */
  band: {
    beats: 4,
    strokes: (chord) => [
      ...drums('kick', [0, 2], 0.7),
      ...drums('snare', [1, 3], 0.4),
      ...drums('hat', [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5], 0.12),
      ...[0, 1.5, 2].map((beat) => ({ beat, sound: 'bass', steps: [chord[0]! - 24], loud: 0.45 }) as const),
      { beat: 0, sound: 'pluck', steps: chord, loud: 0.3 },
    ],
  },
  /** Three to a bar. */
  waltz: {
    beats: 3,
    strokes: (chord) => [
      { beat: 0, sound: 'bass', steps: [chord[0]! - 24], loud: 0.6 },
      ...[1, 2].map((beat) => ({ beat, sound: 'pluck', steps: chord, loud: 0.3 }) as const),
    ],
  },
  /** A melody with rests over a soft chord a bar. */
  tune: {
    beats: 4,
    strokes: (chord, random) => [
      { beat: 0, sound: 'pluck', steps: chord.map((step) => step - 12), loud: 0.3 },
      ...[0, 1, 1.5, 2, 3].flatMap((beat) =>
        beat === 0 || random() < 0.75
          ? [{ beat, sound: 'pluck', steps: [chord[Math.floor(3 * random())]! + 12], loud: 0.4 } as const]
          : [],
      ),
    ],
  },
} as const satisfies Record<string, Bar>;

export type Pattern = keyof typeof BARS;
export const PATTERNS = Object.keys(BARS) as readonly Pattern[];

/** Timing of a person who plays: standard deviation in seconds. */
const LOOSE_S = 0.006;
const NOISE = 0.0008;

/** A track by a recipe; the same each time for the same seed. */
export function generated({ pattern, bpm, seconds, sampleRate, seed, tonic = 0 }: Recipe): GeneratedTrack {
  const random = seeded(seed, 7);
  const samples = new Float32Array(Math.round(seconds * sampleRate)).map(() => NOISE * wobble(random));
  const bar: Bar = BARS[pattern];
  const starts = new Set<number>();
  const bars = Math.ceil((seconds * bpm) / 60 / bar.beats);
  for (let n = 0; n < bars; n++)
    for (const stroke of bar.strokes(CHORDS[n % CHORDS.length]!, random)) {
      const beat = n * bar.beats + stroke.beat;
      const at = Math.max(0, (beat * 60) / bpm + 0.05 + LOOSE_S * wobble(random));
      if (at >= seconds - 0.1) continue;
      starts.add(beat);
      for (const step of stroke.steps ?? [0])
        addStroke(
          samples,
          { ...stroke, at, hz: 261.63 * 2 ** ((tonic + step) / 12) },
          { sampleRate, random },
        );
    }
  return { samples, strokes: starts.size };
}

const LASTING_S = { pluck: 0.5, bass: 0.4, kick: 0.12, snare: 0.1, hat: 0.03 } as const;

function addStroke(
  samples: Float32Array,
  { sound, at, hz, loud }: Omit<Stroke, 'beat' | 'steps'> & { readonly at: number; readonly hz: number },
  { sampleRate, random }: { readonly sampleRate: number; readonly random: Random },
): void {
  const from = Math.round(at * sampleRate);
  const lasting = LASTING_S[sound];
  const to = Math.min(samples.length, from + Math.round(5 * lasting * sampleRate));
  for (let i = from; i < to; i++) {
    const t = (i - from) / sampleRate;
    const swell = Math.min(1, t / 0.004) * Math.exp(-t / lasting);
    samples[i]! += 0.3 * loud * swell * waveOf(sound, { t, hz, random });
  }
}

function waveOf(
  sound: Stroke['sound'],
  { t, hz, random }: { readonly t: number; readonly hz: number; readonly random: Random },
): number {
  if (sound === 'hat' || sound === 'snare') return 2 * random() - 1;
  if (sound === 'kick') return Math.sin(2 * Math.PI * (50 * t + 6 * (1 - Math.exp(-t / 0.03))));
  const turn = 2 * Math.PI * hz * t;
  return (
    Math.sin(turn) +
    0.4 * Math.exp(-t / 0.2) * Math.sin(2 * turn) +
    0.2 * Math.exp(-t / 0.1) * Math.sin(3 * turn)
  );
}
