import type { Observable } from 'rxjs';
import type { CrossfadePlan, Cue } from '../../engine/index.ts';
import type { BreathGuide } from './breath-guide.ts';

/** What is heard now, and whether it can be. */
export interface PlayerState {
  /** The cue that is heard, or was until the fade that is under way; absent: silence. */
  readonly sounding?: Cue;
  /** Where a fade that is planned or under way leads; absent: no fade. */
  readonly fadingTo?: Cue;
  /** Anything but `running`: no sound comes out whatever plays. `interrupted`: a call or another app has the audio. */
  readonly context: 'running' | 'suspended' | 'interrupted' | 'closed';
}

/** Breath in what is heard. */
export interface BreathSound {
  /** Soft air that swells with it; absent: none. */
  readonly air?: BreathGuide;
  /** The music itself swells with it, by 6 dB; absent: it is even. */
  readonly swell?: BreathGuide;
}

/** The music, as the session sees it. Plans are data; when their sounds fall is the audio clock's business. */
export interface ModulePlayer {
  /**
   * Opens the audio. Browsers allow it only from a user's gesture, so call it in the handler of one.
   *
   * @returns settles when the audio runs; rejects as `AudioContext.resume` does if it may not
   */
  start(): Promise<void>;
  /**
   * Moves from what is heard to `plan.to`, from any state: a plan that arrives during a fade takes over from the
   * gains of that moment. A plan of kind `stop` is `stop()`.
   *
   * @throws RangeError  no score has that module's id, or the duration is not positive
   */
  carryOut(plan: CrossfadePlan): void;
  /** True silence in under 0.3 s, from any state, waiting for nothing; then no voice is left behind it. */
  stop(): void;
  /** @param volume 0–1 of the way from silence to full; squared, so that halfway sounds about half as loud */
  setVolume(volume: number): void;
  /**
   * How breath is heard from now on, in step with the wall clock to some ms, whatever the audio clock does. A stop
   * takes the air away for good, like all that sounds.
   */
  setBreath(breath: BreathSound): void;
  /** Lets the music step back while somebody speaks over it; `false` brings it back, gently both ways. */
  duck(ducked: boolean): void;
  /** Replays the current state to each subscriber; completes on `dispose`. */
  readonly state$: Observable<PlayerState>;
  /** RMS of what goes out now, dBFS; −Infinity in silence. */
  meter(): number;
  /** Stops at once and gives the audio back. Not to be used afterwards. */
  dispose(): void;
}
