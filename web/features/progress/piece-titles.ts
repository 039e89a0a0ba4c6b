import type { Behavior } from '../../kit/behavior.ts';

/** What each piece is called, of the app's own and of the person's. */
export type PieceTitles = Behavior<Readonly<Record<string, string>>>;
