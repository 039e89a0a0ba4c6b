import type { Behavior } from '../../kit/behavior.ts';
import type { BackingChoice, Slot } from './song.ts';
import type { PlacedTake } from './mix.ts';
import type { Stretch } from './stretch.ts';
import type { Stereo } from './stereo.ts';
import type { TakeHow } from './take.ts';

/** What is to be heard: parts in their order, each with the voice over it. */
export interface SungPlan {
  readonly song: string;
  readonly backing: BackingChoice;
  readonly parts: readonly { readonly slot: Slot; readonly rounds: number; readonly take?: PlacedTake }[];
  /** Seconds of the first part that are left out at the beginning; absent: none. */
  readonly skipS?: number;
  /** Of a recording: the stretch that is sung anew, in which the take that is there is silent; absent: all of it. */
  readonly anew?: Stretch;
}

/** What a microphone gave, whatever was asked for. */
export interface Given {
  /** Echo cancellation, noise suppression or level control are on although they were asked to be off. */
  readonly processed: boolean;
}

export interface RecordedTake extends PlacedTake {
  readonly how: TakeHow;
  readonly given: Given;
}

/** Why nothing is heard or recorded. */
export type StudioProblem = 'no-sound' | 'refused' | 'no-microphone' | 'too-quiet';

/** @property problem  what to say of it */
export class StudioError extends Error {
  override readonly name = 'StudioError';
  readonly problem: StudioProblem;

  constructor(problem: StudioProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

/** The sound of songwriting: what plays, and what comes in. One thing at a time; each ends what was before. */
export interface StudioAudio {
  /**
   * Plays after a count-in of one bar, or at once. Resolves when it is over or was stopped.
   *
   * @param begun  called when the first beat of the first part is heard
   * @throws StudioError no-sound
   */
  play(plan: SungPlan, how: { readonly countIn: boolean; readonly begun: () => void }): Promise<void>;
  /**
   * Counts in, plays, and records until the parts are over or `finish` is called.
   *
   * @param told  where it is: the count-in begins, the first beat is heard
   * @returns `undefined` where it was stopped instead
   * @throws StudioError
   */
  record(plan: SungPlan, told: (what: 'count-in' | 'recording') => void): Promise<RecordedTake | undefined>;
  /** Ends a recording and keeps it. */
  finish(): void;
  /** Listens for so long. @throws StudioError */
  listen(
    seconds: number,
  ): Promise<{ readonly samples: Float32Array; readonly sampleRate: number } | undefined>;
  /** The whole of it as sound. @throws StudioError no-sound */
  mix(plan: SungPlan): Promise<Stereo>;
  /** Ends everything at once and lets go of microphone and sound. */
  stop(): void;
  /** How loud what comes in is, 0–1, for a meter. */
  readonly level$: Behavior<number>;
}
