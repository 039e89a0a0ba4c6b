/**
 * An instrument is a few recordings of single notes; notes between them are the nearest one played a little faster
 * or slower. The recordings are made when the app is built (`scripts/make-recordings.ts`), from what `source` says.
 */
export interface Instrument {
  /** Names its file of recordings; unique among instruments. */
  readonly id: string;
  /** MIDI pitches that are recorded, upwards, 69 = 440 Hz; for drums the strokes by their General MIDI keys. */
  readonly pitches: readonly number[];
  /** Seconds of each recording. */
  readonly lengthS: number;
  /** Whether the recording repeats without a seam; else it dies away by itself. */
  readonly loops: boolean;
  /** Seconds from silence to full. */
  readonly attackS: number;
  /** Time constant in seconds with which a note leaves when it is let go. */
  readonly releaseS: number;
  readonly source: Source;
}

/** What a recording is made from. */
export type Source = (FontSource | GrandSource | PadSource | NoiseSource) & {
  /** Corner of a gentle low-pass, Hz: felt between hammer and string. Absent: as it is. */
  readonly feltHz?: number;
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
}

/** The Salamander grand piano, of which every third semitone (… 57, 60, 63 …) is there. */
interface GrandSource {
  readonly kind: 'grand';
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

/** Hz of a MIDI pitch, equal temperament. */
export const frequencyOf = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

/** The recorded pitch nearest to a pitch. */
export const nearestPitch = ({ pitches }: Instrument, midi: number): number =>
  pitches.reduce((best, pitch) => (Math.abs(pitch - midi) < Math.abs(best - midi) ? pitch : best));
