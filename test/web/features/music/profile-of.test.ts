import { describe, expect, it } from 'vitest';
import { shield, type DoseRequest } from '../../../../engine/dosing/shield.ts';
import { BUILT_IN_MODULES } from '../../../../engine/index.ts';
import { FIRST_RULES, type MusicRules } from '../../../../web/features/music/music-rules.ts';
import type { OwnTrack } from '../../../../web/features/music/own/own-track.ts';
import { leftOut, profileOf } from '../../../../web/features/music/profile-of.ts';

const track = (id: string, more: Partial<OwnTrack> = {}): OwnTrack =>
  ({
    id,
    title: id,
    trigger: 'clean',
    placed: { family: 'calming', level: 2 },
    artist: 'The Lanterns',
    genres: ['Ambient'],
    year: 1998,
    ...more,
  }) as OwnTrack;

const request: DoseRequest = {
  family: 'calming',
  level: 2,
  by: 'course',
  livelier: false,
  justHeard: [],
  recentlyHeard: [],
};

/** What the shield makes of these tracks at calming 2: why each is left out, or that it may play. */
function judged(tracks: readonly OwnTrack[], rules: Partial<MusicRules> = {}): Record<string, string> {
  const profile = profileOf({ tracks, rules: { ...FIRST_RULES, ...rules } });
  const facts = { quarantined: new Set<string>(), soundSpent: false, minutesSpent: false };
  const { eligible, excluded } = shield([...BUILT_IN_MODULES, ...(profile.ownTracks ?? [])], request, {
    ...facts,
    profile,
    heartHigh: false,
    heartUnknown: false,
    distressed: false,
  });
  const own = [...eligible.map(({ id }) => [id, 'may play']), ...Object.entries(excluded)] as [
    string,
    string,
  ][];
  return Object.fromEntries(own.filter(([id]) => id.startsWith('own-')));
}

describe('profileOf', () => {
  it('lets a clean track play at its own level only, and none that waits for the person’s word', () => {
    const { placed: _, ...waiting } = track('own-waiting');
    const elsewhere = track('own-three', { placed: { family: 'calming', level: 3 } });
    expect(judged([track('own-two'), elsewhere, waiting])).toEqual({
      'own-two': 'may play',
      'own-three': 'other-level',
    });
  });

  it('keeps what is not judged out in early recovery, and triggers always', () => {
    const tracks = [track('own-unsure', { trigger: 'unknown' }), track('own-bad', { trigger: 'trigger' })];
    expect(judged(tracks)).toEqual({ 'own-unsure': 'unjudged-in-early-recovery', 'own-bad': 'trigger' });
    expect(judged(tracks, { earlyRecovery: false })).toEqual({
      'own-unsure': 'may play',
      'own-bad': 'trigger',
    });
  });

  it('says beforehand why a track will not play', () => {
    const unsure = track('own-unsure', { trigger: 'unknown' });
    expect(leftOut(unsure, FIRST_RULES)).toBe('unjudged-in-early-recovery');
    expect(leftOut(unsure, { ...FIRST_RULES, earlyRecovery: false })).toBeUndefined();
    expect(leftOut(track('own-bad', { trigger: 'trigger' }), FIRST_RULES)).toBe('trigger');
  });

  it.each([
    [{ artists: ['the lanterns'] }, 'trigger-artist'],
    [{ genres: ['AMBIENT'] }, 'trigger-genre'],
    [{ years: [[1997, 1998]] as const }, 'trigger-year'],
  ])('rules a clean track out by %j', (tags, why) => {
    const triggerTags = { ...FIRST_RULES.triggerTags, ...tags };
    expect(judged([track('own-a')], { triggerTags })).toEqual({ 'own-a': why });
  });
});
