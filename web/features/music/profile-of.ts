import { forbidden, type ExclusionReason, type MusicModule, type Profile } from '../../../engine/index.ts';
import { isNamed } from '../../session/left-out-music.ts';
import type { StoredMusic } from './music-database.ts';
import type { OwnTrack } from './own/own-track.ts';

/** What dosing is told of the person's music: their rules, and the tracks that they have confirmed. */
export const profileOf = ({ tracks, rules }: Pick<StoredMusic, 'tracks' | 'rules'>): Profile => ({
  // By name, since tags are spelled in many ways; the engine compares them as they are.
  triggers: [...rules.triggers, ...tracks.filter((track) => isNamed(track, rules)).map(({ id }) => id)],
  triggerTags: rules.triggerTags,
  earlyRecovery: rules.earlyRecovery,
  ownTracks: tracks.map(moduleOf).filter((module) => module !== undefined),
});

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
export function leftOut(track: OwnTrack, rules: StoredMusic['rules']): ExclusionReason | undefined {
  const module = moduleOf(track);
  const found = {
    soundSpent: false,
    minutesSpent: false,
    heartHigh: false,
    heartUnknown: false,
    distressed: false,
  };
  return (
    module &&
    forbidden(module, { ...found, profile: profileOf({ tracks: [track], rules }), quarantined: new Set() })
  );
}
