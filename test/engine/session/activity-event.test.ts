import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activityFault,
  MAX_ACTIVITY_DETAILS,
  replayLog,
  type ActivityNoted,
  type SessionEvent,
} from '../../../engine/index.ts';
import { run } from '../../support/run-session.ts';
import { beatsAt, press, REST, started } from '../../support/session-inputs.ts';

const noted = (more: Partial<ActivityNoted> = {}): ActivityNoted => ({
  type: 'activity',
  atMs: 0,
  author: 'person',
  activity: 'relaxation',
  version: 1,
  what: 'phase-left',
  details: { phase: 'hands', afterS: 12 },
  ...more,
});

const shortId = fc.stringMatching(/^[a-z]{1,8}(-[a-z0-9]{1,6}){0,3}$/);
const fieldName = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,15}$/).filter((name) => name !== '__proto__');
const anyNoted = fc
  .record({
    activity: shortId,
    version: fc.integer({ min: 1, max: 1e6 }),
    what: shortId,
    details: fc.dictionary(
      fieldName,
      fc.oneof(shortId, fc.double({ noNaN: true, noDefaultInfinity: true })),
      { maxKeys: MAX_ACTIVITY_DETAILS },
    ),
  })
  .map(noted);

describe('activityFault', () => {
  it('finds nothing wrong with short ids and finite numbers, which are short as JSON', () => {
    fc.assert(
      fc.property(anyNoted, (event) => {
        expect(activityFault(event)).toBeUndefined();
        expect(JSON.stringify(event).length).toBeLessThan(2000);
      }),
    );
  });

  it('finds nothing wrong with an event without details', () => {
    const { details: _, ...bare } = noted();
    expect(activityFault(bare)).toBeUndefined();
  });

  it.each<[string, object]>([
    ['free text as a detail', noted({ details: { note: 'I called her yesterday' } })],
    ['a word with a capital letter', noted({ details: { note: 'Anna' } })],
    ['a sentence as what it says', noted({ what: 'it was hard today' })],
    ['an address as the activity', noted({ activity: 'me@example.org' })],
    ['a name of more than 40 characters', noted({ what: 'a'.repeat(41) })],
    ['text hidden in the name of a detail', noted({ details: { 'I called her': 1 } })],
    ['a number that is none', noted({ details: { afterS: NaN } })],
    ['a number without end', noted({ details: { afterS: Infinity } })],
    ['a list as a detail', noted({ details: { words: ['a', 'b'] as never } })],
    ['details within details', noted({ details: { more: { note: 'x' } as never } })],
    ['details that are a list', noted({ details: ['hands'] as never })],
    [
      'a detail too many',
      noted({
        details: Object.fromEntries(Array.from({ length: MAX_ACTIVITY_DETAILS + 1 }, (_, i) => [`a${i}`, i])),
      }),
    ],
    ['version 0', noted({ version: 0 })],
    ['half a version', noted({ version: 1.5 })],
    ['a field beside the envelope', { ...noted(), note: 'hands' }],
  ])('refuses %s', (_name, event) => {
    expect(activityFault(event)).toBeDefined();
  });

  it('never repeats what a person may have written', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4 }), (text) => {
        const secret = `Secret ${text}`;
        const events = [
          noted({ details: { note: secret } }),
          noted({ what: secret }),
          noted({ activity: secret }),
        ];
        for (const event of events) expect(activityFault(event)).not.toContain(secret);
      }),
    );
  });
});

describe('a log with activity events', () => {
  const inputs = [
    started({ protocol: 'guided-relaxation', baseline: REST }),
    ...beatsAt(72, [0, 90]),
    noted({ atMs: 10_000, what: 'phase-entered', details: { phase: 'breath' } }),
    noted({ atMs: 30_500, details: { phase: 'breath', how: 'early', afterS: 20.5 } }),
    press('calmer', 60),
    noted({ atMs: 80_000, what: 'body', details: { feels: 'softer' } }),
  ].sort((a, b) => a.atMs - b.atMs);

  it('has them as they came and replays to the same bytes', () => {
    const log = run(inputs);
    const said = log.filter((event) => event.type === 'activity');
    expect(said.map(({ seq: _, ...event }) => event)).toEqual(
      inputs.filter(({ type }) => type === 'activity'),
    );
    const read = JSON.parse(JSON.stringify(log)) as SessionEvent[];
    expect(JSON.stringify(replayLog(read))).toBe(JSON.stringify(log));
  });

  it('says the same of heart and music as without them', () => {
    const bare = (log: readonly SessionEvent[]) =>
      log.filter(({ type }) => type !== 'activity').map(({ seq: _, ...event }) => event);
    const without = run(inputs.filter(({ type }) => type !== 'activity'));
    expect(bare(run(inputs))).toEqual(bare(without));
  });
});
