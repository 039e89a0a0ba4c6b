import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_MODULES, LADDER, type MusicModule } from '../../../../engine/index.ts';
import { shield } from '../../../../engine/dosing/shield.ts';
import { profileOf } from '../../../../web/features/music/profile-of.ts';
import type { OwnTrack } from '../../../../web/features/music/own/own-track.ts';
import { isNever, KINDS, MEMORIES, type TriggerEntry } from '../../../../web/features/triggers/entry.ts';
import { caughtBy, changesIn, rulesWith } from '../../../../web/features/triggers/never-play.ts';
import type { LeftOutRules } from '../../../../web/session/left-out-music.ts';

const NONE: LeftOutRules = { earlyRecovery: false, triggerTags: { artists: [], genres: [], years: [] } };
const entry = (part: Partial<TriggerEntry>): TriggerEntry => ({
  ...{ row: 'entry', id: 'one', kind: 'song', name: 'Home', atMs: 0 },
  ...part,
});

describe('isNever', () => {
  it('proposes what pulls from four on, and what nobody said a strength of', () => {
    expect(
      [undefined, 0, 3, 4, 10].map((strength) =>
        isNever(entry({ ...(strength !== undefined && { strength }) })),
      ),
    ).toEqual([true, false, false, true, true]);
  });

  it('does not propose what recalls only the time before', () => {
    const memories = MEMORIES.map((memory) => [memory, isNever(entry({ strength: 9, memory }))]);
    expect(Object.fromEntries(memories)).toEqual({ use: true, before: false, both: true, unsure: true });
  });

  it('heeds the person’s own word either way, and never makes a place of the music', () => {
    expect(isNever(entry({ strength: 9, never: false }))).toBe(false);
    expect(isNever(entry({ strength: 1, never: true }))).toBe(true);
    expect(isNever(entry({ kind: 'place', strength: 10, never: true }))).toBe(false);
  });
});

describe('rulesWith', () => {
  it('adds songs, artists, kinds and years to what is there, each once', () => {
    const before = { ...NONE, triggerTags: { artists: ['Anna Lind'], genres: ['Techno'], years: [] } };
    const after = rulesWith(before, [
      entry({ id: 'a', name: 'Home', artist: 'Low Lights' }),
      entry({ id: 'b', kind: 'artist', name: 'anna lind' }),
      entry({ id: 'c', kind: 'genre', name: 'Drill' }),
      entry({ id: 'd', kind: 'era', name: 'Clubs', years: [1998, 2004] }),
      entry({ id: 'e', kind: 'person', name: 'M.' }),
    ]);
    expect(after).toEqual({
      earlyRecovery: false,
      triggerTags: { artists: ['Anna Lind'], genres: ['Techno', 'Drill'], years: [[1998, 2004]] },
      songs: [{ title: 'Home', artist: 'Low Lights' }],
    });
  });

  it('takes away what this list had put there and leaves out no more, and nothing else', () => {
    const first = [entry({ id: 'b', kind: 'artist', name: 'Anna Lind' })];
    const inForce = rulesWith({ ...NONE, triggerTags: { ...NONE.triggerTags, artists: ['Other'] } }, first);
    const again = first.map((one): TriggerEntry => ({ ...one, inForce: true, never: false }));
    expect(rulesWith(inForce, again).triggerTags.artists).toEqual(['Other']);
    expect(
      rulesWith(inForce, [entry({ kind: 'artist', name: 'Other', never: false })]).triggerTags.artists,
    ).toEqual(['Other', 'Anna Lind']);
  });
});

describe('changesIn', () => {
  it('names what would come in force and what may play again, before it does', () => {
    const entries = [
      entry({ id: 'a' }),
      entry({ id: 'b', inForce: true }),
      entry({ id: 'c', inForce: true, never: false }),
      entry({ id: 'd', kind: 'state', name: 'tired' }),
    ];
    const { added, allowed } = changesIn(entries);
    expect([added, allowed].map((list) => list.map(({ id }) => id))).toEqual([['a'], ['c']]);
  });
});

describe('caughtBy', () => {
  it('names the songs that one thing would leave out, whether or not it shall', () => {
    const library = [
      { id: 'own-1', title: 'Home', artist: 'Low Lights', year: 2001 },
      { id: 'own-2', title: 'Away', artist: 'The Low Lights' },
    ];
    const of = (part: Partial<TriggerEntry>) => caughtBy(entry(part), library).map(({ id }) => id);
    expect(of({ never: false })).toEqual(['own-1']);
    expect(of({ kind: 'artist', name: 'low lights' })).toEqual(['own-1', 'own-2']);
    expect(of({ kind: 'era', name: 'then', years: [2000, 2002] })).toEqual(['own-1']);
    expect(of({ kind: 'place', name: 'Home' })).toEqual([]);
  });
});

/** Names as people and files write them. */
const WORDS = ['Home', 'Low Lights', 'Ánna', 'Straße', 'Night', 'Techno', 'Hip Hop', 'R&B'];
const name = fc.constantFrom(...WORDS);
const written = (plain: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      plain,
      fc.constantFrom(
        (text: string) => text,
        (text: string) => text.toUpperCase(),
        (text: string) => ` ${text.toLowerCase()}  `,
        (text: string) => text.normalize('NFD'),
        (text: string) => text.replace(' ', '-'),
      ),
    )
    .map(([text, write]) => write(text));
const year = fc.integer({ min: 1960, max: 2026 });

const trackOf = fc
  .record(
    {
      title: written(name),
      artist: written(name),
      genres: fc.array(written(name), { maxLength: 3 }),
      year,
      trigger: fc.constantFrom('clean', 'unknown', 'trigger'),
      rung: fc.constantFrom(...LADDER),
    },
    { requiredKeys: ['title', 'trigger', 'rung'] },
  )
  .map(({ rung, ...track }) => ({ ...track, placed: rung }));
const library = fc
  .array(trackOf, { maxLength: 12 })
  .map((tracks) => tracks.map((track, i) => ({ ...track, id: `own-${i}` }) as unknown as OwnTrack));
const answers = fc
  .array(
    fc
      .record(
        {
          kind: fc.constantFrom(...KINDS),
          name,
          artist: name,
          years: fc.tuple(year, year).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
          strength: fc.integer({ min: 0, max: 10 }),
          memory: fc.constantFrom(...MEMORIES),
          never: fc.boolean(),
          inForce: fc.constant(true as const),
        },
        { requiredKeys: ['kind', 'name'] },
      )
      .map((part) => part),
    { maxLength: 8 },
  )
  .map((all) => all.map((part, i): TriggerEntry => ({ row: 'entry', id: String(i), atMs: i, ...part })));

/** The same rule, written apart from the code: what is alike once everything but letters is gone. */
const alike = (a = '', b = ''): boolean => {
  const bare = (text: string) =>
    (
      text
        .normalize('NFKD')
        .toLowerCase()
        .match(/[\p{L}\p{N}]/gu) ?? []
    ).join('');
  return bare(a) === bare(b);
};
const isQuarantined = (track: OwnTrack, one: TriggerEntry): boolean => {
  switch (one.kind) {
    case 'song':
      return (
        alike(track.title, one.name) &&
        (one.artist === undefined || track.artist === undefined || alike(track.artist, one.artist))
      );
    case 'artist':
      return alike(track.artist, one.name);
    case 'genre':
      return (track.genres ?? []).some((genre) => alike(genre, one.name));
    case 'era':
      return (
        track.year !== undefined &&
        one.years !== undefined &&
        track.year >= one.years[0] &&
        track.year <= one.years[1]
      );
    case 'place':
    case 'time':
    case 'person':
    case 'state':
      return false;
  }
};

/** All that any request of a session could get. */
function everEligible(profile: ReturnType<typeof profileOf>): ReadonlySet<string> {
  const modules: readonly MusicModule[] = [...BUILT_IN_MODULES, ...(profile.ownTracks ?? [])];
  const facts = {
    ...{ profile, quarantined: new Set<string>(), soundSpent: false, minutesSpent: false },
    ...{ heartHigh: false, heartUnknown: false, distressed: false },
  };
  const requests = LADDER.flatMap(({ family, level }) =>
    (['course', 'press'] as const).map((by) => ({
      ...{ family, level, by, livelier: false, justHeard: [], recentlyHeard: [] },
    })),
  );
  return new Set(requests.flatMap((request) => shield(modules, request, facts).eligible.map(({ id }) => id)));
}

describe('what is put in force', () => {
  it('is never eligible, over any library and any answers; with the careful option nothing unjudged is either', () => {
    fc.assert(
      fc.property(library, answers, fc.boolean(), (tracks, entries, earlyRecovery) => {
        const rules = { ...rulesWith({ ...NONE, earlyRecovery }, entries), triggers: [] };
        const eligible = everEligible(profileOf({ tracks, rules }));
        for (const track of tracks) {
          const out = entries.some((one) => isNever(one) && isQuarantined(track, one));
          if (out || track.trigger === 'trigger') expect(eligible).not.toContain(track.id);
          if (earlyRecovery && track.trigger === 'unknown') expect(eligible).not.toContain(track.id);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('leaves in what nothing on the list concerns', () => {
    fc.assert(
      fc.property(library, answers, (tracks, entries) => {
        const eligible = everEligible(
          profileOf({ tracks, rules: { ...rulesWith(NONE, entries), triggers: [] } }),
        );
        const caught = new Set(
          entries.filter(isNever).flatMap((one) => caughtBy(one, tracks).map(({ id }) => id)),
        );
        for (const { id, trigger } of tracks)
          if (trigger !== 'trigger' && !caught.has(id)) expect(eligible).toContain(id);
      }),
    );
  });
});
