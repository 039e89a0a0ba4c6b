import type { ReactNode } from 'react';
import type { SchedulerLike } from 'rxjs';
import type { Clock } from '../../devices/index.ts';
import type { Section } from '../kit/sections.ts';
import type { Scope } from '../kit/scope.ts';
import type { BreathGuiding } from '../session/breath-settings.ts';
import type { Voice } from '../session/script/voice.ts';
import type { SessionViewModel } from '../session/session-view-model.ts';
import type { ActivityEvents, ActivitySchema, NoteOf } from './activity-schema.ts';

/** What must be at hand: sound, somewhere to sit or lie, a strap. */
export type Need = 'sound' | 'place' | 'strap';

/** What is known of an activity before any of its code is loaded. */
export interface ActivityCard {
  /** A short id: its address and its name in the log. */
  readonly id: string;
  readonly section: Section;
  readonly title: string;
  /** At most, when nothing is left out. */
  readonly minutes: number;
  readonly needs: readonly Need[];
  /** The locked protocol that a clinician must have opened for this person. Absent: it is open to everybody. */
  readonly unlock?: string;
}

/** What is said at its door, where a person decides whether to begin. */
export interface ActivityWords {
  /** What one will do, in a sentence or two. */
  readonly lead: string;
  /** What to leave out, and when to stop. */
  readonly care: string;
  readonly begin: string;
  /** How well it is known to help, with its source; modest. Absent: nothing is claimed. */
  readonly evidence?: string;
}

/** An activity that has been created; its screen knows more of it. */
export interface ActivityModel {
  /** The person has read what it is and begins. Called once, within the press. */
  begin(): void;
}

/** A session that an activity leads: what sounds in it is the engine's, what is done in it the activity's. */
export interface ActivitySession<Events extends ActivityEvents = ActivityEvents> extends Pick<
  SessionViewModel,
  'id' | 'state$' | 'breath$' | 'heart$' | 'picture' | 'drawn$' | 'setPacer' | 'resume' | 'finish' | 'rate'
> {
  /**
   * Logs what the activity concluded.
   * @throws RangeError  it is none of the activity's events
   */
  note(note: NoteOf<Events>): void;
}

/** What an activity is given; it reaches nothing else of the page. */
export interface ActivityPorts<Events extends ActivityEvents = ActivityEvents> {
  /**
   * Sound at once, by this protocol; a session that is under way ends.
   * @throws RangeError  there is no such protocol
   */
  readonly beginSession: (protocol: string) => ActivitySession<Events>;
  /** How the person wants their breathing guided; what is changed here holds everywhere. */
  readonly guiding: BreathGuiding;
  readonly clock: Clock;
  readonly scheduler?: SchedulerLike;
  /** Absent: nothing is read aloud. */
  readonly voice?: Voice;
}

/**
 * A function with the variance of a method, so that a list can hold activities whose models differ. That is sound as
 * long as a screen is only given what `create` of the same activity made, as the host does.
 */
type Own<Given extends unknown[], Result> = { method(...given: Given): Result }['method'];

/** Something a person does: one folder that exports one of these, and a line in `index.ts`. */
export interface Activity<
  Model extends ActivityModel = ActivityModel,
  Events extends ActivityEvents = ActivityEvents,
>
  extends ActivityCard, ActivitySchema {
  readonly events: Events;
  readonly words: ActivityWords;
  /** Whatever it opens ends with `scope`. */
  readonly create: Own<[scope: Scope, ports: ActivityPorts<Events>], Model>;
  /** Stands in its door in place of the one button: several things to begin with. Absent: the button. */
  readonly Opening?: Own<[props: { readonly model: Model }], ReactNode>;
  /** Shown once it has begun. Its first heading is given the focus. */
  readonly Screen: Own<[props: { readonly model: Model }], ReactNode>;
}

/** An activity in the list: its card, and the way to the rest of it. */
export interface ListedActivity extends ActivityCard {
  readonly load: () => Promise<Activity>;
}
