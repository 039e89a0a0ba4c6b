/** Seconds of sound rendered at once: some buffers of a busy machine, and little of the 0.3 s that a stop has. */
export const LATENCY_S = 0.03;

/**
 * The audio as the player wants it, without the player's code. Call it in the
 * handler of a gesture, or it stays suspended.
 */
export function openAudio(): AudioContext {
  const audio = new AudioContext({ latencyHint: LATENCY_S });
  // A refusal is seen in its state; the player asks again.
  void audio.resume().catch(() => undefined);
  return audio;
}
