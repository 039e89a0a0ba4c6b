import { behavior } from '../../../kit/behavior.ts';
import type { Sound } from '../../../session/feature.ts';
import type { Ports } from '../sounding.ts';
import type { Chord } from '../theory/chord.ts';
import type { InstrumentKind } from '../theory/fingering.ts';
import { SOUND_OF, strummed } from './arrangement.ts';

/** Sounding one chord at a time. */
export interface SoundOnce extends Sound {
  /** Call it in the handler of a gesture. What could not be fetched is not heard. */
  sound(chord: Chord, kind: InstrumentKind): void;
}

const HELD_S = 2.2;

export function soundOnce({ band, inSession$ }: Pick<Ports, 'band' | 'inSession$'>): SoundOnce {
  const on$ = behavior(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    if (on$.value) band.hush();
    on$.next(false);
  };
  return {
    ...{ on$, stop },
    sound: (chord, kind) => {
      if (inSession$.value) return;
      stop();
      void band.open([SOUND_OF[kind]]).then(
        () => {
          band.play(strummed(chord, kind, { atS: 0.08, heldS: HELD_S, strong: true }), band.now());
          on$.next(true);
          timer = setTimeout(() => on$.next(false), 1000 * (HELD_S + 0.8));
        },
        () => undefined,
      );
    },
  };
}
