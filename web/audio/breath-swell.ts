import type { HeardAt } from './audio-clock.ts';
import { fullnessAt, type BreathGuide } from './breath-guide.ts';
import { Gain, type BaseContext } from './tone.ts';

/** Seconds between two points of the curve on the audio clock; it is straight between them. */
const STEP_S = 0.1;
/** Seconds in which the curve is joined where it is not known what came before. */
const JOIN_S = 0.4;

/** A gain that follows the breathing guide, so that sound and picture keep step. */
export class BreathSwell {
  readonly gain: Gain;
  readonly #context: BaseContext;
  readonly #heardAt: () => HeardAt;
  #breath: { readonly guide: BreathGuide; readonly rest: number } | undefined;
  #next = 0;

  /** @param heardAt reads the clocks anew */
  constructor(context: BaseContext, heardAt: () => HeardAt) {
    this.#context = context;
    this.#heardAt = heardAt;
    this.gain = new Gain({ context, gain: 1 });
  }

  /**
   * Goes over to a breath from here on; absent: to a steady 1.
   *
   * @param rest linear gain of the empty breath; 1 is the full one
   */
  follow(guide: BreathGuide | undefined, rest: number): void {
    this.#breath = guide && { guide, rest };
    this.resync();
  }

  /** Takes back what stands on the audio clock and begins anew with the clocks as they are now. */
  resync(): void {
    const now = this.#context.currentTime;
    this.#next = now + JOIN_S;
    this.gain.gain.cancelAndHoldAtTime(now);
    if (!this.#breath) this.gain.gain.linearRampToValueAtTime(1, this.#next);
  }

  /** Puts the breath on the audio clock until `horizon`, seconds of the context. */
  scheduleUntil(horizon: number): void {
    if (!this.#breath) return;
    const { guide, rest } = this.#breath;
    const heardAt = this.#heardAt();
    this.#next = Math.max(this.#next, this.#context.currentTime);
    for (; this.#next < horizon; this.#next += STEP_S)
      this.gain.gain.linearRampToValueAtTime(
        rest + (1 - rest) * fullnessAt(guide, heardAt(this.#next)),
        this.#next,
      );
  }
}
