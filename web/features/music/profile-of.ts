import { forbidden, type ExclusionReason, type MusicModule, type Profile } from '../../../engine/index.ts';
import { isNamed } from '../../session/left-out-music.ts';
import type { StoredMusic } from './music-database.ts';
import type { OwnTrack } from './own/own-track.ts';

/** What dosing is told of the person's music: their rules, and the tracks that they have confirmed. */
export function profileOf({ tracks, rules }: Pick<StoredMusic, 'tracks' | 'rules'>): Profile {
  const { triggers, triggerTags, earlyRecovery } = rules;
  const ownTracks = tracks.map(moduleOf).filter((module) => module !== undefined);
  const said = { triggers, triggerTags, earlyRecovery, ownTracks };
  // The engine compares names as they are, but people and files write them in many ways: what only a kinder comparison
  // finds is named one by one.
  const named = tracks.filter(
    (track) => track.placed && isNamed(track, rules) && reasonFor(track, said) === undefined,
  );
  return { ...said, triggers: [...triggers, ...named.map(({ id }) => id)] };
}

/** A confirmed track as dosing sees it; a cover and how it sounds are no business of the log. */
export function moduleOf({
  id,
  title,
  placed,
  trigger,
  artist,
  genres,
  year,
}: OwnTrack): MusicModule | undefined {
  if (!placed) return undefined;
  const tags = {
    ...(artist !== undefined && { artist }),
    ...(genres && { genres }),
    ...(year !== undefined && { year }),
  };
  return {
    id,
    title,
    family: placed.family,
    levels: [placed.level],
    trigger,
    character: artist === undefined ? 'One of your own tracks.' : `One of your own tracks, by ${artist}.`,
    tags,
  };
}

/**
 * Why a track will not play in any session as things stand; absent: it may.
 * What a session itself finds is left aside.
 */
export const leftOut = (track: OwnTrack, rules: StoredMusic['rules']): ExclusionReason | undefined =>
  reasonFor(track, profileOf({ tracks: [track], rules }));

function reasonFor(track: OwnTrack, profile: Profile): ExclusionReason | undefined {
  const module = moduleOf(track);
  const found = {
    soundSpent: false,
    minutesSpent: false,
    heartHigh: false,
    heartUnknown: false,
    distressed: false,
  };
  return module && forbidden(module, { ...found, profile, quarantined: new Set() });
}
