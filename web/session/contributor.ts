import type { Profile, Protocol, SessionStarted } from '../../engine/index.ts';
import type { LiveSession } from './live-session.ts';

/**
 * Something beside the session that has a share in it: gives a part of its start, then follows what comes of it. Asked
 * once, as a session opens.
 *
 * @returns `undefined`: it has nothing to do with this session
 */
export type SessionContributor = (opening: SessionOpening) => Contribution | undefined;

/** What is settled of a session before its start is logged. */
export interface SessionOpening {
  readonly atMs: number;
  readonly seed: number;
  readonly protocol: Protocol;
  readonly source: SessionStarted['source']['kind'];
  /** What the person said of themselves beforehand. */
  readonly tags: readonly string[];
  /** Whether the session may put questions by itself: "Craving now" promises music without any. */
  readonly mayAsk: boolean;
}

export interface Contribution {
  readonly start?: StartPart | undefined;
  /** Called once, when the session has begun; its events come from the first one on. */
  readonly follow?: (session: Pick<LiveSession, 'id' | 'events$' | 'send' | 'order'>) => void;
}

/** What may be given to a start. Of two that give the same field, the later in the list is heard. */
export type StartPart = {
  readonly [Field in GivenField]?: SessionStarted[Field] | undefined;
} & { readonly profile?: Partial<Profile> | undefined };

type GivenField = 'learned' | 'usualRest' | 'confounded' | 'craving' | 'study' | 'yoked';

/**
 * Asks every contributor. One that throws is reported and left out: a session always begins.
 *
 * @param report takes what was thrown
 */
export const contributionsTo = (
  opening: SessionOpening,
  contributors: readonly SessionContributor[],
  report: (bug: unknown) => void,
): readonly Contribution[] =>
  contributors.flatMap((contributor) => attempt(() => contributor(opening) ?? [], report) ?? []);

/** Lets every contribution follow the session; one that throws is reported, and the others follow all the same. */
export function letFollow(
  session: LiveSession,
  contributions: readonly Contribution[],
  report: (bug: unknown) => void,
): void {
  for (const { follow } of contributions) attempt(() => follow?.(session), report);
}

function attempt<T>(work: () => T, report: (bug: unknown) => void): T | undefined {
  try {
    return work();
  } catch (bug) {
    report(bug);
    return undefined;
  }
}
