import {
  asyncScheduler,
  combineLatest,
  distinctUntilChanged,
  filter,
  map,
  of,
  pairwise,
  scan,
  switchMap,
  timer,
  withLatestFrom,
  type Observable,
  type SchedulerLike,
} from 'rxjs';
import type { Clock } from '../../../devices/index.ts';
import { swellsPerMinute } from '../../../engine/index.ts';
import { atPace, guideFrom, type BreathGuide } from '../../audio/breath-guide.ts';
import type { BreathSound, ModulePlayer } from '../../audio/module-player.ts';
import type { BreathSettings } from '../../session/breath-settings.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';

/** What of a session the breath hangs on. */
export type Breathing = Pick<SessionViewModel, 'state$' | 'breath$' | 'breathing'>;

export interface BreathPorts {
  readonly settings$: Observable<BreathSettings>;
  readonly session$: Observable<Breathing | undefined>;
  readonly player: Pick<ModulePlayer, 'setBreath'>;
  /** Lets the phone hum, ms on and off in turn; absent: it cannot. */
  readonly vibrate?: ((pattern: number[]) => void) | undefined;
  readonly clock: Clock;
  readonly scheduler?: SchedulerLike;
}

/** How often the own breathing is looked for. */
const LOOK_MS = 15_000;
/** One short hum to breathe in, two softer ones to breathe out, so that they are told apart without looking. */
const HUMS = { in: [70], out: [35, 90, 35] };

/** Lets the guide be heard and felt, and the music swell, as the person has set it, while a session plays. */
export function followBreath({
  settings$,
  session$,
  player,
  vibrate,
  clock,
  scheduler = asyncScheduler,
}: BreathPorts): void {
  session$
    .pipe(
      switchMap((session) => (session ? sound$(session) : of({}))),
      distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
    )
    .subscribe((sound) => player.setBreath(sound));
  if (vibrate)
    session$
      .pipe(
        switchMap((session) => (session ? turns$(session) : of())),
        withLatestFrom(settings$),
        filter(([, { vibration }]) => vibration),
      )
      .subscribe(([direction]) => vibrate(HUMS[direction]));

  function sound$({ state$, breathing }: Breathing): Observable<BreathSound> {
    const own$ = settings$.pipe(
      map(({ swell }) => swell),
      distinctUntilChanged(),
      switchMap((swell) => (swell ? timer(0, LOOK_MS, scheduler) : of(undefined))),
      map((looks) => (looks === undefined ? undefined : breathing()?.breathsPerMinute)),
      // What was breathed before the guide changed it: later beats show the guide, or nothing sure.
      scan((known: number | undefined, now) => now ?? known, undefined),
      map(swellsPerMinute),
      scan((guide: BreathGuide | undefined, pace) => paced(guide, pace), undefined),
    );
    return combineLatest([settings$, state$, own$]).pipe(
      map(([{ sound, swell }, { stage, pacer }, own]) =>
        stage === 'running'
          ? { ...(pacer && sound && { air: pacer }), ...(swell && { swell: pacer ?? own! }) }
          : {},
      ),
    );
  }

  function paced(guide: BreathGuide | undefined, perMinute: number): BreathGuide {
    if (!guide) return guideFrom(clock(), perMinute);
    return guide.perMinute === perMinute ? guide : atPace(guide, perMinute, clock());
  }

  /** Each turn of a breath that is under way; the first breath is begun by the press that asked for it. */
  function turns$({ breath$, state$ }: Breathing): Observable<'in' | 'out'> {
    return breath$.pipe(
      map((breath) => breath?.direction),
      distinctUntilChanged(),
      pairwise(),
      withLatestFrom(state$),
      map(([[, direction], { stage }]) => (stage === 'running' ? direction : undefined)),
      filter((direction) => direction !== undefined),
    );
  }
}
