import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { combineLatest, filter, firstValueFrom, map } from 'rxjs';
import { BARS, BEATS_PER_BAR } from './backing.ts';
import { punchedIn } from './punch-in.ts';
import { SLOTS, SUNG, type Slot, type Song } from './song.ts';
import { isRead, type SongTables } from './songs-view-model.ts';
import { stanzasOf } from './sounds/line-sound.ts';
import { peaked, type Stereo } from './stereo.ts';
import {
  StudioError,
  type Given,
  type StudioAudio,
  type StudioProblem,
  type SungPlan,
} from './studio-audio.ts';
import { pieceCount, piecesOf, samplesOf, type Take, type TakePiece } from './take.ts';
import { transposeFor, voicePitch } from './voice-pitch.ts';

/** What goes on in the studio. */
export type Doing =
  | { readonly what: 'nothing' }
  | { readonly what: 'preparing' | 'playing'; readonly of: Slot | 'song' }
  | { readonly what: 'count-in' | 'recording'; readonly of: Slot }
  | { readonly what: 'listening' };

/** Singing a song: its backing, takes of its parts, and both together. */
export interface StudioViewModel {
  readonly doing$: Behavior<Doing>;
  readonly level$: Behavior<number>;
  /** Why the last thing did not work; `session`: music plays in a session. */
  readonly problem$: Behavior<StudioProblem | 'session' | 'not-kept' | undefined>;
  /** What the microphone gave for the last take. */
  readonly given$: Behavior<Given | undefined>;
  /** Oldest first; none while they cannot be read. */
  takes$(song: string): Behavior<readonly Take[]>;
  /** The backing of a part round and round, or the part with its take, or all of it. */
  play(song: Song, of: Slot | 'song', withTakes: boolean): void;
  /** A take with its backing, from the beginning of a line of words on. */
  playFrom(song: Song, take: Take, line: number): void;
  record(song: Song, slot: Slot): void;
  /** Sings some lines of a take anew, the last one included; what comes of it is a take of its own. */
  punchIn(song: Song, take: Take, lines: { readonly from: number; readonly to: number }): void;
  /** The take that this one was before it was sung anew in places is heard again, and this one is gone. */
  takeBack(take: Take): void;
  /** Ends a recording and keeps it; ends anything else. */
  finish(): void;
  stop(): void;
  /** Hears ten seconds of humming; `undefined`: no tone was heard, or it was stopped. @returns semitones from D */
  findKey(): Promise<number | undefined>;
  choose(take: Take): void;
  /** Moves a take against its backing. */
  move(take: Take, byS: number): void;
  delete(take: Take): void;
  readonly deleted$: Behavior<Take | undefined>;
  undo(): void;
  samples(take: Take): Promise<Float32Array<ArrayBuffer>>;
  mix(song: Song): Promise<Stereo | undefined>;
}

export interface StudioPorts {
  readonly audio: () => Promise<StudioAudio>;
  readonly tables: () => SongTables;
  /** A session sounds: the studio keeps quiet. */
  readonly inSession$: Behavior<boolean>;
  readonly nowMs: () => number;
  readonly newId: () => string;
}

/** Lines of words to a round of the backing, two bars each. */
const LINES_A_ROUND = 4;
const BEATS_A_LINE = (BARS * BEATS_PER_BAR) / LINES_A_ROUND;
/** Rounds of a backing that is only listened to. */
const PRACTICE_ROUNDS = 12;
const HUM_S = 10;

/** How often the backing of a part comes round: enough for its lines, once at least. */
export const roundsOf = (text: string): number =>
  Math.max(1, Math.ceil(stanzasOf(text).flat().length / LINES_A_ROUND));

const beatSOf = ({ backing }: Song): number => 60 / backing.tempoBpm;

/** Takes of a song, those left out whose sound is still being kept. */
function wholeTakes(song: string, takes: readonly Take[], pieces: readonly TakePiece[]): readonly Take[] {
  return takes
    .filter(
      (take) =>
        take.song === song && pieces.filter(({ take: of }) => of === take.id).length >= pieceCount(take),
    )
    .sort((a, b) => a.atMs - b.atMs);
}

// eslint-disable-next-line max-lines-per-function -- one thing at a time goes on: its turn is shared by all commands
export function studioViewModel({ audio, tables, inSession$, nowMs, newId }: StudioPorts): StudioViewModel {
  const doing$ = behavior<Doing>({ what: 'nothing' });
  const problem$ = behavior<StudioProblem | 'session' | 'not-kept' | undefined>(undefined);
  const [given$, level$] = [behavior<Given | undefined>(undefined), behavior(0)];
  const deleted$ = behavior<Take | undefined>(undefined);
  let loaded: StudioAudio | undefined;
  /** Counts what is asked for: what comes back after something else was asked is not heeded. */
  let turn = 0;
  const studio = async (): Promise<StudioAudio> => {
    if (!loaded) (loaded = await audio()).level$.subscribe((level) => level$.next(level));
    return loaded;
  };
  const stop = (): void => {
    turn++;
    loaded?.stop();
    doing$.next({ what: 'nothing' });
  };
  inSession$.pipe(filter((on) => on)).subscribe(stop);
  const run = async <T>(first: Doing, work: (studio: StudioAudio, mine: () => boolean) => Promise<T>) => {
    if (inSession$.value) {
      problem$.next('session');
      return undefined;
    }
    const own = ++turn;
    problem$.next(undefined);
    doing$.next(first);
    try {
      const ready = await studio();
      return own === turn ? await work(ready, () => own === turn) : undefined;
    } catch (cause) {
      if (own === turn) problem$.next(cause instanceof StudioError ? cause.problem : 'not-kept');
      return undefined;
    } finally {
      if (own === turn) doing$.next({ what: 'nothing' });
    }
  };
  const rowsOf = <T>(rows$: Behavior<readonly T[] | object>): Promise<readonly T[]> =>
    firstValueFrom(rows$.pipe(filter((rows) => Array.isArray(rows)))) as Promise<readonly T[]>;
  const samples = async (take: Take) => samplesOf(take, await rowsOf(tables().pieces.rows$));
  const planOf = async (song: Song, slots: readonly Slot[], withTakes: boolean): Promise<SungPlan> => {
    const takes = withTakes
      ? (await rowsOf(tables().takes.rows$)).filter(({ song: of }) => of === song.id)
      : [];
    const parts = [];
    for (const slot of slots) {
      const take = takes.find((one) => one.slot === slot && one.chosen);
      const rounds = roundsOf(song.lyrics[slot]);
      parts.push({ slot, rounds, ...(take && { take: { ...take, samples: await samples(take) } }) });
    }
    return { song: song.id, backing: song.backing, parts };
  };
  /** A take over its backing, begun so many seconds into its part. */
  const planFrom = async (song: Song, take: Take, skipS: number): Promise<SungPlan> => {
    const part = { slot: take.slot, rounds: roundsOf(song.lyrics[take.slot]) };
    const sounds = { ...take, samples: await samples(take) };
    return { song: song.id, backing: song.backing, skipS, parts: [{ ...part, take: sounds }] };
  };
  const sung = (song: Song): readonly Slot[] => {
    const some = SUNG.filter((slot) => song.lyrics[slot].trim() !== '');
    return some.length > 0 ? some : SLOTS;
  };
  const keep = async (take: Take, sound: Float32Array): Promise<void> => {
    const { takes, pieces } = tables();
    // The take first: sound without one is swept away.
    await takes.put(take);
    for (const piece of piecesOf(take.id, sound, newId)) await pieces.put(piece);
    await choose(take);
  };
  const choose = async (take: Take): Promise<void> => {
    const { takes } = tables();
    for (const other of await rowsOf(takes.rows$))
      if (other.song === take.song && other.slot === take.slot && other.id !== take.id && other.chosen)
        await takes.put({ ...other, chosen: false });
    await takes.put({ ...take, chosen: true });
  };
  const takeBack = async (take: Take): Promise<void> => {
    stop();
    const { takes } = tables();
    const before = (await rowsOf(takes.rows$)).find(({ id }) => id === take.before);
    if (!before) return;
    await choose(before);
    await takes.delete(take.id);
  };
  const kept = (work: Promise<void>): void => void work.catch(() => problem$.next('not-kept'));
  return {
    ...{ doing$, level$, problem$, given$, deleted$, stop, samples },
    takes$: (song) => {
      const { takes, pieces } = tables();
      const whole$ = combineLatest([takes.rows$, pieces.rows$]).pipe(
        map(([rows, sound]) => (isRead(rows) && isRead(sound) ? wholeTakes(song, rows, sound) : [])),
      );
      return keepLatest(whole$, []);
    },
    play: (song, of, withTakes) =>
      void run({ what: 'preparing', of }, async (ready, mine) => {
        const plan = await planOf(song, of === 'song' ? sung(song) : [of], withTakes);
        const round = (part: SungPlan['parts'][number]) => ({ ...part, rounds: PRACTICE_ROUNDS });
        const practice = of !== 'song' && !withTakes;
        await ready.play(practice ? { ...plan, parts: plan.parts.map(round) } : plan, {
          countIn: practice,
          begun: () => {
            if (mine()) doing$.next({ what: 'playing', of });
          },
        });
      }),
    record: (song, slot) =>
      void run({ what: 'preparing', of: slot }, async (ready, mine) => {
        const plan = await planOf(song, [slot], false);
        const take = await ready.record(plan, (what) => {
          if (mine()) doing$.next({ what, of: slot });
        });
        if (!take) return;
        given$.next(take.given);
        const { sampleRate, offsetS, how, samples: sound } = take;
        const row = { id: newId(), song: song.id, slot, atMs: nowMs(), sampleRate, frames: sound.length };
        await keep({ ...row, offsetS, how, chosen: true }, sound);
      }),
    playFrom: (song, take, line) =>
      void run({ what: 'preparing', of: take.slot }, async (ready, mine) => {
        const plan = await planFrom(song, take, line * BEATS_A_LINE * beatSOf(song));
        await ready.play(plan, {
          countIn: false,
          begun: () => {
            if (mine()) doing$.next({ what: 'playing', of: take.slot });
          },
        });
      }),
    punchIn: (song, take, { from, to }) =>
      void run({ what: 'preparing', of: take.slot }, async (ready, mine) => {
        const beatS = beatSOf(song);
        const anew = { fromS: from * BEATS_A_LINE * beatS, untilS: (to + 1) * BEATS_A_LINE * beatS };
        const plan = await planFrom(song, take, Math.max(0, anew.fromS - BEATS_PER_BAR * beatS));
        const recorded = await ready.record({ ...plan, anew }, (what) => {
          if (mine()) doing$.next({ what, of: take.slot });
        });
        if (!recorded) return;
        given$.next(recorded.given);
        const whole = punchedIn({ ...take, samples: plan.parts[0]!.take!.samples }, recorded, anew);
        const row = { ...take, id: newId(), atMs: nowMs(), frames: whole.samples.length, before: take.id };
        await keep({ ...row, chosen: true }, whole.samples);
      }),
    takeBack: (take) => kept(takeBack(take)),
    finish: () => {
      if (doing$.value.what === 'recording') loaded?.finish();
      else stop();
    },
    findKey: () =>
      run({ what: 'listening' }, async (ready) => {
        const heard = await ready.listen(HUM_S);
        const midi = heard && voicePitch(heard.samples, heard.sampleRate);
        if (heard && midi === undefined) problem$.next('too-quiet');
        return midi === undefined ? undefined : transposeFor(midi);
      }),
    choose: (take) => kept(choose(take)),
    move: (take, byS) => kept(tables().takes.put({ ...take, offsetS: take.offsetS - byS, how: 'by-hand' })),
    delete: (take) => {
      stop();
      kept(
        tables()
          .takes.delete(take.id)
          .then(() => deleted$.next(take)),
      );
    },
    // Its sound is let go with the song, or by the next deletion.
    undo: () => {
      const take = deleted$.value;
      deleted$.next(undefined);
      if (take) kept(tables().takes.put(take));
    },
    mix: (song) =>
      run({ what: 'preparing', of: 'song' }, async (ready) =>
        peaked(await ready.mix(await planOf(song, sung(song), true))),
      ),
  };
}
