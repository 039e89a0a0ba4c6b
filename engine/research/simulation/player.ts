import type { Cue } from '../../music/crossfade-plan.ts';
import type { InputEvent } from '../../session/signal.ts';
import type { SessionEvent } from '../../session/signal.ts';

/** What the strap tells of a second, were it asked. */
export interface StrapView {
  /** 0–1 of the heart's scale. */
  readonly arousal: number;
  readonly moving: boolean;
  /** Seconds since the last movement ended; `Infinity`: none yet. */
  readonly stillS: number;
  /** The strap is on and sees the heart. */
  readonly seen: boolean;
}

/** What leads the music of a virtual session: the engine, or what people do without it. */
export interface Player {
  readonly sounding: Cue | undefined;
  /** What was heard and concluded, numbered; empty where nothing is logged. */
  readonly log: readonly SessionEvent[];
  hear(event: InputEvent): void;
  second(atMs: number, sight: StrapView): void;
}
