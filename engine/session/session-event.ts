import type { DerivedEvent } from './derived-events.ts';
import type { InputEvent } from './input-events.ts';

/** Version of the event union; a log written by another version is migrated or refused, never guessed at. */
export const SESSION_EVENT_VERSION = 1;

/**
 * One line of the session log: an input or a conclusion, numbered from 0 without gaps in the order in which
 * the engine saw it. An input stands before everything that was derived from it.
 */
export type SessionEvent = (InputEvent | DerivedEvent) & { readonly seq: number };

export type SessionEventType = SessionEvent['type'];
