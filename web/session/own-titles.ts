import type { SessionStarted } from '../../engine/index.ts';

/** Titles of the person's own tracks by id, as the log of a session has them. */
export type OwnTitles = Readonly<Record<string, string>>;

export const ownTitlesOf = ({ profile }: SessionStarted): OwnTitles =>
  Object.fromEntries((profile.ownTracks ?? []).map(({ id, title }) => [id, title]));
