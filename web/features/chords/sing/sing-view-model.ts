import { asyncScheduler, type SchedulerLike } from 'rxjs';
import { FLUTE, SHAKERS } from '../../../audio/instruments/index.ts';
import { behavior, type Behavior } from '../../../kit/behavior.ts';
import { goesAlong, type Going } from '../going.ts';
import { listening, type Listening } from '../hear/listening.ts';
import { PITCH_SAMPLES, pitchListener } from '../hear/pitch-heard.ts';
import { arrangement, SOUND_OF } from '../sound/arrangement.ts';
import type { Ports } from '../sounding.ts';
import type { InstrumentKind } from '../theory/fingering.ts';
import type { Tune } from '../tunes/tune.ts';
import { foldedTo } from './folded.ts';
import { targetAt } from './lane.ts';

export interface SingSettings {
  readonly tempoBpm: number;
  /** Semitones from how it is written. */
  readonly transpose: number;
  readonly parts: { readonly tune: boolean; readonly chords: boolean; readonly beat: boolean };
}

/** Where the voice was, folded into the octave of the tune. */
export interface Sung {
  readonly beat: number;
  readonly midi: number;
}

/** Singing along with one song. */
export interface SingViewModel {
  readonly settings$: Behavior<SingSettings>;
  readonly going$: Behavior<Going>;
  readonly failed$: Behavior<boolean>;
  /** The line that is sung now. */
  readonly line$: Behavior<number>;
  /** Seconds have a say in this alone: beats since the song began, before it negative; `undefined`: it does not go. */
  beat(): number | undefined;
  /** Of the last few seconds, oldest first; nothing of it is kept. */
  sung(): readonly Sung[];
  readonly ear: Listening;
  set(change: Partial<SingSettings>): void;
  begin(kind: InstrumentKind): void;
  stop(): void;
}

const [LOOK_MS, TICK_MS, LEAD_S] = [45, 50, 0.15];
/** Beats of the voice's line that are shown. */
const SHOWN_BEATS = 8;

// eslint-disable-next-line max-lines-per-function -- one song goes on at a time, and all commands share it
export function singViewModel(
  tune: Tune,
  { band, ear, inSession$, scheduler = asyncScheduler }: Ports & { readonly scheduler?: SchedulerLike },
): SingViewModel {
  const settings$ = behavior<SingSettings>({
    ...{ tempoBpm: tune.tempoBpm, transpose: 0 },
    parts: { tune: true, chords: true, beat: false },
  });
  const along = goesAlong({ band, scheduler });
  const { going$, failed$ } = along;
  const line$ = behavior(0);
  const pitchOf = pitchListener();
  let clock: { readonly fromS: number; readonly beatS: number } | undefined;
  let sung: Sung[] = [];
  const beat = (): number | undefined => clock && (band.heardS() - clock.fromS) / clock.beatS;
  const listened = listening({
    ...{ ear, band, everyMs: LOOK_MS, scheduler },
    look: (open) => {
      const midi = pitchOf(open.latest(PITCH_SAMPLES), open.sampleRate);
      // The middle of the look is half of it ago.
      const now = beat();
      if (midi === undefined || now === undefined || !clock) return;
      const at = now - PITCH_SAMPLES / 2 / open.sampleRate / clock.beatS;
      const near = targetAt(tune, at) + settings$.value.transpose;
      sung = [...sung.filter((one) => one.beat > at - SHOWN_BEATS), { beat: at, midi: foldedTo(midi, near) }];
    },
  });
  const stop = (): void => {
    clock = undefined;
    along.stop();
  };
  inSession$.subscribe((inSession) => {
    if (!inSession) return;
    stop();
    listened.turnOff();
  });
  const goes = (kind: InstrumentKind): void => {
    const { tempoBpm, transpose, parts } = settings$.value;
    const made = arrangement(tune, { tempoBpm, transpose, chordsOn: kind, parts });
    const startS = band.now() + LEAD_S;
    band.play(made.notes, startS);
    clock = { fromS: startS + made.beginsS, beatS: made.beatS };
    sung = [];
    line$.next(0);
    going$.next('count-in');
    const endBeat = (made.endsS - made.beginsS) / made.beatS;
    along.each(TICK_MS, () => {
      const now = beat() ?? 0;
      if (now >= 0 && going$.value === 'count-in') going$.next('on');
      const line = tune.lines.findIndex((one) => now < one.atBeat + one.beats);
      if (line >= 0 && line !== line$.value) line$.next(line);
      if (now < endBeat + 1) return;
      stop();
      going$.next('over');
    });
  };
  return {
    ...{ settings$, going$, failed$, line$, beat, stop, ear: listened },
    sung: () => sung,
    set: (change) => {
      if (going$.value !== 'no') stop();
      settings$.next({ ...settings$.value, ...change });
    },
    begin: (kind) => {
      if (inSession$.value) return;
      stop();
      along.begin([SOUND_OF[kind], FLUTE, SHAKERS], () => goes(kind));
    },
  };
}
