import type { Behavior } from '../kit/behavior.ts';
import type { Belongings } from '../kit/belongings.ts';
import type { Part } from '../kit/part.ts';
import type { Section } from '../kit/sections.ts';
import type { SessionContributor } from './contributor.ts';
import type { SessionSlots } from './slots.ts';

/** What a feature brings to the app: the one value that its `index.ts` makes. Everything may be left out. */
export interface Feature {
  readonly contributors?: readonly SessionContributor[];
  /** Its parts of a session's screens. */
  readonly slots?: Partial<SessionSlots>;
  readonly routes?: readonly ScreenRoute[];
  /** What Today says first, while there is something to say. */
  readonly notices?: readonly Part[];
  /** Its parts of the sections' own screens. */
  readonly panels?: Partial<Record<Section, readonly Part[]>>;
  /** What the person may do next by what they have planned. */
  readonly next$?: Behavior<NextStep | undefined>;
  /** The ways to its screens, each in its section. */
  readonly ways?: readonly Way[];
  /** What it has begun with the person and that goes on another time: shown on Today. */
  readonly waits$?: Behavior<readonly Waiting[]>;
  readonly belongings?: readonly Belongings[];
  /** Its parts of the cards of the first run. */
  readonly welcome?: Partial<Record<WelcomeStep, readonly Part[]>>;
  readonly sound?: Sound;
}

/** A screen with an address of its own. */
export interface ScreenRoute extends Part<{ readonly params: RouteParams }> {
  /** As in `/past/:id`. */
  readonly path: string;
  /** The first screen stands in its place while this is false; absent: it is always there. */
  readonly open$?: Behavior<boolean>;
  /** Not for most people: it is fetched when somebody goes there, and not before. */
  readonly rarely?: true;
}

/** The named pieces of an address. */
export type RouteParams = Readonly<Record<string, string | undefined>>;

/** A link with a line on what it leads to. */
export interface Way {
  readonly section: Section;
  readonly to: string;
  readonly label: string;
  readonly hint$: Behavior<string>;
  /** Not shown while this is false; absent: it is always there. */
  readonly open$?: Behavior<boolean>;
}

/** The cards of the first run: what this is and may do, the heart, taste, a person to call. */
export type WelcomeStep = 'about' | 'heart' | 'taste' | 'person';

/** One thing to do now, with one press to begin it. */
export interface NextStep {
  readonly title: string;
  /** "12 minutes, sitting down." */
  readonly line: string;
  readonly begin: string;
  readonly to: string;
}

/** Something unfinished that may be taken up again; never a reproach. */
export interface Waiting {
  readonly to: string;
  /** "Your song has no chorus yet." */
  readonly line: string;
}

/** Something that can be heard, and that Stop and Esc end. */
export interface Sound {
  readonly on$: Behavior<boolean>;
  stop(): void;
}
