/** What a recording is made from. */
export type Source = (FontSource | GrandSource | PadSource | NoiseSource | SampleSource | GlassSource) & {
  /** Corner of a gentle low-pass, Hz: felt between hammer and string. Absent: as it is. */
  readonly feltHz?: number;
  /** By how much the stroke is brighter than its source at first, dB: a harder mallet. Absent: as it is. */
  readonly biteDb?: number;
  /** Milliseconds in which the stroke swells: takes the edge off. Absent: as it is. */
  readonly softenMs?: number;
};

/** A General MIDI instrument of the MuseScore General sound font. Where it loops, only its colour is kept. */
interface FontSource {
  readonly kind: 'font';
  readonly program: number;
  readonly bank?: number;
  readonly drums?: boolean;
  /** 1–127: how hard it is played. */
  readonly velocity: number;
  /** Its strokes are bursts of noise: further takes are drawn anew, where others are struck elsewhere. */
  readonly grains?: boolean;
}

/** The Salamander grand piano, of which every third semitone (… 57, 60, 63 …) is there. */
interface GrandSource {
  readonly kind: 'grand';
  /** Its layer of sixteen; or the damper falling back on the string, and what of the string still rings. */
  readonly velocity: 4 | 7 | 10 | 'release';
}

/** Bands of noise at the harmonics: harmonic k falls off as k^-slope. */
interface PadSource {
  readonly kind: 'pad';
  readonly slope: number;
  /** Width of the lowest harmonic in cents: one bow against a section of them. */
  readonly widthCents: number;
  /** Even harmonics against odd, 0–1: low is hollow, like a reed or a stopped pipe. */
  readonly even: number;
}

/** Weather and water. */
interface NoiseSource {
  readonly kind: 'noise';
  readonly of: 'surf' | 'rain' | 'wind' | 'stream' | 'breath';
}

/** Strokes of the Sonic Pi samples, by the instrument's numbers of them. Fewer than its takes: the rest vary these. */
interface SampleSource {
  readonly kind: 'samples';
  readonly strokes: Readonly<Record<number, readonly string[]>>;
  /** How much faster each is played, which tunes it. Absent: 1. */
  readonly rates?: Readonly<Record<number, number>>;
}

/** A wet finger on the rim of a glass, played at other pitches. Where it loops, only its colour is kept. */
interface GlassSource {
  readonly kind: 'glass';
}
