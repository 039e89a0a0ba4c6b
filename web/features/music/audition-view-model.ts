import { filter, pairwise, Subscription, switchMap, take, timer } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { Cue } from '../../../engine/index.ts';
import type { ModulePlayer, PlayerState } from '../../audio/module-player.ts';
import { behavior, type Behavior, keepLatest } from '../../kit/behavior.ts';

/** A piece to be heard outside a session. */
export interface AuditionItem {
  readonly cue: Cue;
  /** How long its sound lasts, s; absent: it has no end. */
  readonly lengthS?: number;
}

export interface AuditionViewModel {
  /** What is heard, or is on its way; absent: nothing, or a session plays. */
  readonly heard$: Behavior<Cue | undefined>;
  /** Plays the pieces one after another, from one into the next. During a session nothing happens. */
  hear(items: readonly AuditionItem[]): void;
  stop(): void;
}

export interface AuditionPorts {
  readonly player: Pick<ModulePlayer, 'start' | 'carryOut' | 'stop' | 'state$'>;
  /** A session sounds. */
  readonly inSession$: Observable<boolean>;
  readonly scheduler?: SchedulerLike;
}

/** Fades of listening: as a press, out of silence, and from one track of a list into the next. */
const [PRESS_S, WAKE_S, NEXT_S] = [1.2, 0.4, 4];

/** Listening to single pieces and to lists, on the player that sessions use. A session that begins takes over. */
export function auditionViewModel({ player, inSession$, scheduler }: AuditionPorts): AuditionViewModel {
  const heard$ = behavior<Cue | undefined>(undefined);
  const busy$ = keepLatest(inSession$, false);
  let following = new Subscription();
  const quiet = (): void => {
    following.unsubscribe();
    heard$.next(undefined);
  };
  busy$.pipe(filter((busy) => busy)).subscribe(quiet);

  const fadeOut = (): void => {
    quiet();
    player.carryOut({ kind: 'rest', to: SILENT, durationS: NEXT_S, begin: 'now', curve: 'equal-power' });
  };
  const play = ([item, ...rest]: readonly AuditionItem[], durationS: number): void => {
    if (!item) return;
    const { cue, lengthS } = item;
    following.unsubscribe();
    heard$.next(cue);
    player.carryOut({ kind: 'press', to: cue, durationS, begin: 'now', curve: 'equal-power' });
    const lost$ = player.state$.pipe(
      pairwise(),
      // It was on its way and never came: its file cannot be read any more.
      filter(([was, is]) => was.fadingTo?.module === cue.module && !is.fadingTo && !isHeard(is, cue)),
    );
    following = lost$.subscribe(quiet);
    if (lengthS === undefined) return;
    // A file must be decoded first: its time runs from when it is there.
    const arrived$ = player.state$.pipe(filter((state) => isHeard(state, cue)));
    const leftMs = 1000 * Math.max(1, lengthS - durationS - NEXT_S - 0.5);
    const over$ = arrived$.pipe(
      take(1),
      switchMap(() => timer(leftMs, scheduler)),
    );
    following.add(over$.subscribe(() => (rest.length > 0 ? play(rest, NEXT_S) : fadeOut())));
  };
  return {
    heard$,
    hear: (items) => {
      if (busy$.value) return;
      void player.start().catch(() => undefined);
      play(items, heard$.value ? PRESS_S : WAKE_S);
    },
    stop: () => {
      if (!heard$.value) return;
      quiet();
      player.stop();
    },
  };
}

const isHeard = ({ sounding }: PlayerState, { module }: Cue): boolean => sounding?.module === module;

const SILENT: Cue = { module: 'silence', family: 'silence', level: 1 };
