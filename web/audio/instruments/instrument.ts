/**
 * An instrument is a recipe for recordings: one note at a pitch, synthesised sample by sample. Notes between the
 * recorded pitches are the nearest recording played a little faster or slower.
 */
export interface Instrument {
  /** Names the recordings in the bank; unique among instruments. */
  readonly id: string;
  /** Semitones from one recorded pitch to the next. */
  readonly every: number;
  /** Whether the recording repeats without a seam; else it dies away by itself. */
  readonly loops: boolean;
  /** Seconds from silence to full. */
  readonly attackS: number;
  /** Time constant in seconds with which a note leaves when it is let go. */
  readonly releaseS: number;
  /**
   * One note.
   *
   * @param midi pitch, 69 = 440 Hz; for drums merely the tuning
   * @returns mono samples at `sampleRate`, peak about 1, without DC; the same every time
   */
  render(midi: number, sampleRate: number): Float32Array<ArrayBuffer>;
}

/** Hz of a MIDI pitch, equal temperament. */
export const frequencyOf = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

/** Scales to a peak of 1 in place. */
export function toUnitPeak(samples: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  let peak = 0;
  for (const x of samples) peak = Math.max(peak, Math.abs(x));
  if (peak > 0) for (let i = 0; i < samples.length; i++) samples[i]! /= peak;
  return samples;
}

/** Raised-cosine fade over the last `seconds`, so that a recording ends at exactly 0. */
export function fadeEnd(samples: Float32Array<ArrayBuffer>, length: number): void {
  const from = samples.length - length;
  for (let i = 0; i < length; i++) samples[from + i]! *= 0.5 + 0.5 * Math.cos((Math.PI * (i + 1)) / length);
}
