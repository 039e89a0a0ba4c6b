import { asyncScheduler, distinctUntilChanged, map } from 'rxjs';
import type { SchedulerLike } from 'rxjs';
import type { Clock } from '../../../devices/index.ts';
import { behavior, type Behavior } from '../../kit/behavior.ts';
import { spoken } from '../../kit/language.ts';
import type { Scope } from '../../kit/scope.ts';
import type { SessionState } from '../session-state.ts';
import type { SessionViewModel } from '../session-view-model.ts';
import { stageOf, ticksIn } from '../stages.ts';
import type { ScriptNote } from './events.ts';
import { beginning, isGuidedBreath, saidAt, stepFrom } from './guidance.ts';
import type { Happening, Place, Step } from './guidance.ts';
import type { Script } from './script.ts';
import type { Voice } from './voice.ts';

/** The session that the words go over. */
export interface GuidedSession extends Pick<
  SessionViewModel,
  'id' | 'state$' | 'breath$' | 'setPacer' | 'resume' | 'finish' | 'rate'
> {
  note(note: ScriptNote): void;
}

export interface ScriptPorts {
  readonly beginSession: (protocol: string) => GuidedSession;
  readonly clock: Clock;
  readonly scheduler?: SchedulerLike;
  /** Absent: the words are read only. */
  readonly voice?: Voice;
}

export interface ScriptModel {
  readonly scripts: readonly Script[];
  /** Absent: none has begun. */
  readonly script$: Behavior<Script | undefined>;
  readonly place$: Behavior<Place | undefined>;
  readonly session$: Behavior<GuidedSession | undefined>;
  readonly voice: Voice | undefined;
  /** @param id absent: the first of them */
  begin(id?: string): void;
  /** Leaves the phase for the next one. */
  goOn(): void;
  pause(): void;
  resume(): void;
  /** The craving, 0–100, where it was asked for. */
  rate(value: number): void;
  /** Leaves a question unanswered. */
  passOver(): void;
  /** Leaves the words for the question. */
  finish(): void;
  /** To the closing question. @param said what was felt, or the craving; absent: passed over */
  answer(said?: string | number): void;
  /** Ends the music and with it the session. */
  end(): void;
}

const TICK_MS = 1000;
/** A computer that slept goes on where it was, not where it would be. */
const LONGEST_TICK_MS = 5000;

/** Leads through one of the scripts over a session of music, and logs what was done of it. */
export function scriptViewModel(
  scripts: readonly Script[],
  scope: Scope,
  { beginSession, clock, scheduler = asyncScheduler, voice }: ScriptPorts,
): ScriptModel {
  const { script$, place$, session$ } = heldBy(scope);
  scope.onEnd(() => voice?.hush());
  let lastMs = 0;
  let stage: SessionState['stage'] = 'running';
  /** The craving at the end, given with the end of the session. */
  let last: number | undefined;

  const take = (step: Step): void => {
    if (session$.value) tell(session$.value, step);
    place$.next(step.place);
  };
  /**
   * Lets the words take the time since they last did. After Stop they wait; after the last note they may go on in
   * silence.
   */
  const catchUp = (): void => {
    const ms = Math.min(Math.max(0, clock() - lastMs), LONGEST_TICK_MS);
    lastMs = clock();
    const [script, place] = [script$.value, place$.value];
    if (script && place && stage !== 'halted') take(stepFrom(script, place, { type: 'time', ms }));
  };
  const happen = (happening: Happening): void => {
    catchUp();
    const [script, place] = [script$.value, place$.value];
    if (script && place) take(stepFrom(script, place, happening));
  };
  const end = (): void => session$.value?.finish(last);

  const follow = (script: Script, session: GuidedSession): void => {
    scope.listen(stageOf(session), (now) => {
      catchUp();
      stage = now;
      if (now === 'halted' || now === 'ended') voice?.hush();
      if (now === 'reflecting') happen({ type: 'music-over' });
      // Silence after the question has nothing more to wait for.
      if (now !== 'running' && now !== 'ended' && place$.value?.at === 'after') end();
    });
    scope.listen(ticksIn(session, TICK_MS, scheduler), catchUp);
    goAlong(scope, { script, session, place$, voice });
  };

  return {
    ...{ scripts, script$, place$, session$, voice },
    begin: (id) => {
      const script = scripts.find((one) => one.id === id) ?? scripts[0];
      if (session$.value || !script) return;
      const session = beginSession(script.music);
      script$.next(script);
      session$.next(session);
      lastMs = clock();
      take(beginning(script));
      follow(script, session);
    },
    ...controlsOf(happen),
    answer: (said) => {
      if (typeof said === 'number') last = said;
      happen({ type: 'answer', ...(typeof said === 'string' && { feels: said }) });
      if (stage !== 'running') end();
    },
    end,
  };
}

/** What is known of the way so far, until the scope ends. */
function heldBy(scope: Scope) {
  const script$ = behavior<Script | undefined>(undefined);
  const place$ = behavior<Place | undefined>(undefined);
  const session$ = behavior<GuidedSession | undefined>(undefined);
  scope.onEnd(() => [script$, place$, session$].forEach((one) => one.complete()));
  return { script$, place$, session$ };
}

/** What belongs in the log; the first rating of all is the one before. */
function tell(session: GuidedSession, { place, notes, rated }: Step): void {
  for (const note of notes) session.note(note);
  if (rated !== undefined) session.rate(rated, place.ratings.length === 1 ? 'before' : 'during');
}

type Controls = Pick<ScriptModel, 'goOn' | 'pause' | 'resume' | 'rate' | 'passOver' | 'finish'>;

const controlsOf = (happen: (happening: Happening) => void): Controls => ({
  goOn: () => happen({ type: 'on' }),
  pause: () => happen({ type: 'pause' }),
  resume: () => happen({ type: 'resume' }),
  rate: (value) => happen({ type: 'rate', value }),
  passOver: () => happen({ type: 'pass-over' }),
  finish: () => happen({ type: 'finish' }),
});

interface Along {
  readonly script: Script;
  readonly session: GuidedSession;
  readonly place$: Behavior<Place | undefined>;
  readonly voice: Voice | undefined;
}

/** The breathing guide and the voice go along with the words. */
function goAlong(scope: Scope, { script, session, place$, voice }: Along): void {
  const guided$ = place$.pipe(
    map((place) => isGuidedBreath(script, place)),
    distinctUntilChanged(),
  );
  scope.listen(guided$, (on) => {
    if (on !== (session.breath$.value !== undefined)) session.setPacer(on);
  });
  if (voice) scope.listen(wordsOf(script, place$), (words) => (words ? voice.say(words) : voice.hush()));
}

/** What is said now; absent: nothing, or the words wait. The same sentence again is another one. */
const wordsOf = (script: Script, place$: Behavior<Place | undefined>) =>
  place$.pipe(
    map((place) => {
      if (place?.at !== 'guided' || place.paused) return undefined;
      const said = saidAt(script, place);
      return said && { key: `${place.phase} ${said.index}`, words: spoken(said.words) };
    }),
    distinctUntilChanged((a, b) => a?.key === b?.key),
    map((said) => said?.words),
  );
