/**
 * Everything that flows through the engine, by its type. Each stage adds its own kinds in its `events.ts`
 * (`declare module`), so that the session names no stage and a stage can be read, and deleted, alone.
 */
export interface Signals {
  readonly 'session-started': SessionStarted;
  readonly 'session-ended': SessionEnded;
  readonly tag: Tagged;
  readonly tick: Tick;
  readonly step: Step;
}

/** What flows between the stages of the pipeline: events for the log, and signals for later stages only. */
export type Signal = Signals[keyof Signals];

export interface Input<Type extends string, By extends 'person' | 'clinician' | 'device'> {
  readonly type: Type;
  readonly atMs: number;
  readonly author: By;
  /** Number of the command that it carries out, given by a clinician from elsewhere; absent: it was done here. */
  readonly command?: number;
}

export interface Derived<Type extends string> {
  readonly type: Type;
  readonly atMs: number;
  readonly author: 'engine';
}

/**
 * Everything that reaches the engine from outside, as it is logged. Replaying these, in order,
 * reproduces every estimate and decision. `atMs` is the session's clock: epoch milliseconds live,
 * milliseconds of the recording in a replay; it never runs backwards within a session.
 */
export type InputEvent = Extract<Signal, { readonly author: 'person' | 'clinician' | 'device' }>;

/** Everything the engine concludes, as it is logged. Reproduced exactly by replaying the inputs. */
export type DerivedEvent = Extract<Signal, { readonly author: 'engine' }>;

/** Version of the event union; a log written by another version is migrated or refused, never guessed at. */
export const SESSION_EVENT_VERSION = 1;

/**
 * One line of the session log: whatever has an author, numbered from 0 without gaps in the order in which the
 * engine saw it. An input stands before everything that was derived from it.
 */
export type SessionEvent = (InputEvent | DerivedEvent) & { readonly seq: number };

/** A stage's work on one signal: it passes the signal on and adds what it concludes. */
export type SignalStep = (signal: Signal, emit: (signal: Signal) => void) => void;

/** What a session begins with; each stage adds what it is given. */
export interface SessionStarted extends Input<'session-started', 'person' | 'clinician'> {
  readonly version: 1;
  readonly seed: number;
  readonly configHash: string;
  readonly source: { readonly kind: 'strap' | 'recording' | 'synthetic' | 'none'; readonly name: string };
}

export interface SessionEnded extends Input<'session-ended', 'person' | 'clinician' | 'device'> {
  readonly reason: 'finished' | 'stopped' | 'interrupted' | 'end-of-recording';
}

/** Context the estimate must know of, and the feeling named; one tap each. */
export interface Tagged extends Input<'tag', 'person' | 'clinician'> {
  readonly tags: readonly string[];
}

/**
 * The shell's clock, about once a second, so that the engine advances when no beat arrives. Not logged: the
 * engine's steps stand on a grid of session time and any later event makes up for the ticks before it.
 */
export interface Tick {
  readonly type: 'tick';
  readonly atMs: number;
}

/** The engine's own pulse: one on each point of the step grid of session time. */
export interface Step {
  readonly type: 'step';
  readonly atMs: number;
}
