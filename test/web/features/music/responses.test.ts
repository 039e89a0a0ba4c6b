import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../../engine/index.ts';
import { responsesIn } from '../../../../web/features/music/responses.ts';
import { responseText } from '../../../../web/features/music/track-words.ts';

/** Events of a log as far as responses read them; times in seconds. */
const log = (...events: readonly (readonly [atS: number, event: object])[]): SessionEvent[] =>
  events.map(([atS, event], seq) => ({ seq, atMs: atS * 1000, ...event }) as SessionEvent);
const plays = (module: string, family = 'calming') => ({ type: 'decision', module, family });
const rates = (value: number) => ({ type: 'rating', value });
const arousal = (value: number) => ({ type: 'arousal', value });
const end = { type: 'session-ended' };

describe('responsesIn', () => {
  it('gives the change of a rating to what was heard for a minute or more in between', () => {
    const found = responsesIn([
      log(
        [0, rates(70)],
        [0, plays('a')],
        [100, plays('b')],
        [130, plays('c')],
        [300, rates(40)],
        [400, end],
      ),
    ]);
    expect(found.get('a')).toEqual({ sessions: 1, heardS: 100, craving: { mean: -30, count: 1 } });
    expect(found.get('b')).toEqual({ sessions: 1, heardS: 30 });
    expect(found.get('c')).toEqual({ sessions: 1, heardS: 270, craving: { mean: -30, count: 1 } });
  });

  it('takes the arousal estimate at its beginning and end, and none where it is withheld', () => {
    const found = responsesIn([
      log(
        [0, arousal(0.6)],
        [1, plays('a')],
        [90, arousal(0.4)],
        [100, plays('b')],
        [110, { type: 'arousal' }],
        [200, end],
      ),
    ]);
    expect(found.get('a')!.arousal!.mean).toBeCloseTo(-0.2, 10);
    expect(found.get('b')!.arousal).toBeUndefined();
  });

  it('adds sessions up, counts one decision after another for the same piece as one, and leaves silence out', () => {
    const one = log([0, plays('a')], [50, plays('a')], [80, plays('silence', 'silence')], [200, end]);
    expect(responsesIn([one, one]).get('a')).toEqual({ sessions: 2, heardS: 160 });
    expect(responsesIn([one]).has('silence')).toBe(false);
  });
});

describe('responseText', () => {
  it('says what went with it, how often, and that little is little', () => {
    const response = { sessions: 3, heardS: 840, craving: { mean: -12, count: 4 } };
    expect(responseText(response, [])).toBe(
      'Heard in 3 sessions, 14 min. Craving fell by 12 of 100 on average (rated 4 times). It went with ' +
        'it; that is not to say it did it.',
    );
    expect(responseText(undefined, [{ module: 'a', atMs: 0, before: 50, after: 60 }])).toBe(
      'In your own ratings craving rose by 10 of 100 on average (rated once). Too little to go by yet.',
    );
    expect(responseText(undefined, [])).toBe('Not heard in a session yet.');
  });
});
