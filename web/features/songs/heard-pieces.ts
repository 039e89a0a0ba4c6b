/** Some samples as the audio thread handed them on. */
export interface HeardPiece {
  /** Of the first sample, on the context's clock. */
  readonly frame: number;
  readonly samples: Float32Array;
}

/**
 * What was heard, each piece where its frame puts it. A gap stays a gap, so that the rest is where it was. An audio
 * thread that comes late may hand on the same frames again: the later piece stands.
 *
 * @returns no samples, from frame 0, where nothing was heard
 */
export function inPlace(pieces: readonly HeardPiece[]) {
  let [firstFrame, endFrame] = [pieces[0]?.frame ?? 0, 0];
  for (const { frame, samples } of pieces) {
    firstFrame = Math.min(firstFrame, frame);
    endFrame = Math.max(endFrame, frame + samples.length);
  }
  const whole = new Float32Array(Math.max(0, endFrame - firstFrame));
  for (const { frame, samples } of pieces) whole.set(samples, frame - firstFrame);
  return { samples: whole, firstFrame };
}
