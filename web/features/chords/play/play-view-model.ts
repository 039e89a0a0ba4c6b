import { asyncScheduler, type SchedulerLike } from 'rxjs';
import { behavior, type Behavior } from '../../../kit/behavior.ts';
import { goesAlong, type Going } from '../going.ts';
import { chordHeard, type Heard } from '../hear/chord-heard.ts';
import type { OpenEar } from '../hear/ear.ts';
import { listening, type Listening } from '../hear/listening.ts';
import { LOOK_SAMPLES } from '../hear/tone-weights.ts';
import { arrangement, SOUND_OF } from '../sound/arrangement.ts';
import type { Ports } from '../sounding.ts';
import { sameChord, transposed } from '../theory/chord.ts';
import type { InstrumentKind } from '../theory/fingering.ts';
import { changesOf, type Tune } from '../tunes/tune.ts';
import { SHAKERS } from '../../../audio/instruments/index.ts';

/** How a song is played along: it waits for each chord, or goes at a tempo. */
export type PlayMode = 'waits' | 'tempo';

export interface PlaySettings {
  readonly mode: PlayMode;
  readonly tempoBpm: number;
  /** Semitones from how it is written. */
  readonly transpose: number;
  /** Of what plays along at a tempo. */
  readonly parts: { readonly chords: boolean; readonly beat: boolean };
}

/** What the microphone makes of it. `rings`: twice in a row it was the chord that is asked for. */
export interface HeardNow {
  readonly heard: Heard;
  readonly rings: boolean;
}

/** Playing one song along. */
export interface PlayViewModel {
  readonly settings$: Behavior<PlaySettings>;
  readonly going$: Behavior<Going>;
  /** Which of the song's changes it is at. */
  readonly at$: Behavior<number>;
  readonly heard$: Behavior<HeardNow>;
  /** Instruments could not be fetched. */
  readonly failed$: Behavior<boolean>;
  readonly ear: Listening;
  set(change: Partial<PlaySettings>): void;
  /** From where it is, or from the beginning. Call it in the handler of a gesture. */
  begin(kind: InstrumentKind): void;
  /** To the next chord, or the one before, where the song waits. */
  move(by: 1 | -1): void;
  stop(): void;
}

const [LOOK_MS, TICK_MS] = [160, 40];
/** Seconds until the first stroke. */
const LEAD_S = 0.15;
/** Looks in a row that have to agree. */
const AGREEING = 2;
const NOTHING: HeardNow = { heard: { is: 'quiet' }, rings: false };

// eslint-disable-next-line max-lines-per-function -- one song goes on at a time, and all commands share it
export function playViewModel(
  tune: Tune,
  { band, ear, inSession$, scheduler = asyncScheduler }: Ports & { readonly scheduler?: SchedulerLike },
): PlayViewModel {
  const changes = changesOf(tune);
  const along = goesAlong({ band, scheduler });
  const { going$, failed$, stop } = along;
  const settings$ = behavior<PlaySettings>({
    ...{ mode: 'waits', tempoBpm: Math.round(0.75 * tune.tempoBpm), transpose: 0 },
    parts: { chords: true, beat: true },
  });
  const at$ = behavior(0);
  const heard$ = behavior(NOTHING);
  let agreeing = 0;

  const look = (open: OpenEar): void => {
    const heard = chordHeard(open.latest(LOOK_SAMPLES), open.sampleRate);
    const asked = transposed(changes[at$.value]!.chord, settings$.value.transpose);
    agreeing = heard.is === 'chord' && sameChord(heard.chord, asked) ? agreeing + 1 : 0;
    const rings = agreeing >= AGREEING;
    heard$.next({ heard, rings });
    if (rings && going$.value === 'on' && settings$.value.mode === 'waits') go(at$.value + 1);
  };
  const listened = listening({ ear, band, everyMs: LOOK_MS, look, scheduler });
  listened.state$.subscribe(({ is }) => {
    if (is !== 'on') heard$.next(NOTHING);
  });
  const go = (to: number): void => {
    agreeing = 0;
    if (to >= changes.length) {
      stop();
      going$.next('over');
    } else at$.next(Math.max(0, to));
  };
  const goes = (kind: InstrumentKind): void => {
    const { tempoBpm, transpose, parts } = settings$.value;
    // What plays along is not to be taken for what is played.
    const chords = parts.chords && listened.state$.value.is !== 'on';
    const made = arrangement(tune, {
      ...{ tempoBpm, transpose, chordsOn: kind },
      parts: { chords, tune: false, beat: parts.beat },
    });
    const fromS = band.now() + LEAD_S;
    band.play(made.notes, fromS);
    going$.next('count-in');
    along.each(TICK_MS, () => {
      const atS = band.heardS() - fromS;
      if (atS < made.beginsS) return;
      if (going$.value === 'count-in') going$.next('on');
      const beat = (atS - made.beginsS) / made.beatS;
      const at = changes.findIndex(({ atBeat, beats }) => beat < atBeat + beats);
      if (atS > made.endsS + 0.4) go(changes.length);
      else if (at >= 0 && at !== at$.value) at$.next(at);
    });
  };
  inSession$.subscribe((inSession) => {
    if (!inSession) return;
    stop();
    listened.turnOff();
  });

  return {
    ...{ settings$, going$, at$, heard$, failed$, stop, ear: listened },
    set: (change) => {
      const [was, now] = [settings$.value, { ...settings$.value, ...change }];
      if (going$.value !== 'no' && (now.mode !== was.mode || now.mode === 'tempo')) stop();
      settings$.next(now);
    },
    begin: (kind) => {
      if (inSession$.value) return;
      const ready = (): void => {
        if (settings$.value.mode === 'tempo') goes(kind);
        else going$.next('on');
      };
      // Waiting needs no sound of ours.
      const without = (): void => going$.next(settings$.value.mode === 'waits' ? 'on' : 'no');
      along.begin([SOUND_OF[kind], SHAKERS], ready, without);
      at$.next(0);
    },
    move: (by) => {
      if (going$.value === 'on' && settings$.value.mode === 'waits') go(at$.value + by);
    },
  };
}
