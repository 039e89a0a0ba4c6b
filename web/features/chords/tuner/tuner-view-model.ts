import { map, type SchedulerLike } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../../kit/behavior.ts';
import { listening, type Listening } from '../hear/listening.ts';
import { PITCH_SAMPLES, pitchListener } from '../hear/pitch-heard.ts';
import { SOUND_OF } from '../sound/arrangement.ts';
import type { Ports } from '../sounding.ts';
import { OPEN_STRINGS, type Fretted } from '../theory/fingering.ts';
import { steadied, stringHeard, type StringHeard } from './string-heard.ts';

/** Tuning an instrument by ear and eye. */
export interface TunerViewModel {
  /** The string that sounds, or the last that did for a moment; `undefined`: none. */
  readonly string$: Behavior<StringHeard | undefined>;
  readonly ear: Listening;
  /** The microphone listens. */
  readonly on$: Behavior<boolean>;
  tune(instrument: Fretted): void;
  /** Sounds a string as it should be. Call it in the handler of a gesture. */
  sound(string: number): void;
  stop(): void;
}

const LOOK_MS = 60;
/** So many looks without a tone, and the needle goes back to rest: about two seconds. */
const RESTS_AFTER = 32;

export function tunerViewModel({
  band,
  ear,
  inSession$,
  ...how
}: Ports & { readonly scheduler?: SchedulerLike }): TunerViewModel {
  const string$ = behavior<StringHeard | undefined>(undefined);
  const pitchOf = pitchListener();
  let instrument: Fretted = 'guitar';
  let kept: readonly StringHeard[] = [];
  let silent = 0;
  const rest = (): void => {
    kept = [];
    if (string$.value) string$.next(undefined);
  };
  const listened = listening({
    ...{ ear, band, everyMs: LOOK_MS, ...how },
    look: (open) => {
      const midi = pitchOf(open.latest(PITCH_SAMPLES), open.sampleRate);
      silent = midi === undefined ? silent + 1 : 0;
      if (silent > RESTS_AFTER) rest();
      if (midi === undefined) return;
      const { kept: now, shown } = steadied(kept, stringHeard(midi, instrument));
      kept = now;
      // One reading alone may be the stroke itself.
      if (kept.length > 1) string$.next(shown);
    },
  });
  listened.state$.subscribe(({ is }) => {
    if (is !== 'on') rest();
  });
  const stop = (): void => {
    listened.turnOff();
    band.hush();
  };
  inSession$.subscribe((inSession) => {
    if (inSession) stop();
  });
  return {
    ...{ string$, ear: listened, stop },
    on$: keepLatest(listened.state$.pipe(map(({ is }) => is === 'on')), false),
    tune: (chosen) => {
      instrument = chosen;
      rest();
    },
    sound: (string) => {
      if (inSession$.value) return;
      const midi = OPEN_STRINGS[instrument][string]!;
      void band.open([SOUND_OF[instrument]]).then(
        () =>
          band.play(
            [{ instrument: SOUND_OF[instrument], midi, atS: 0.02, heldS: 2.5, gain: 0.6 }],
            band.now(),
          ),
        () => undefined,
      );
    },
  };
}
