import { describe, expect, it } from 'vitest';
import { restLately } from '../../../../web/features/rest/rest-lately.ts';

const DAY_MS = 86_400_000;
const rest = (daysAgo: number, heartRateBpm: number) => ({
  atMs: -daysAgo * DAY_MS,
  figures: { heartRateBpm, heartRateSpreadBpm: 2, seconds: 90 },
});

describe('restLately', () => {
  it('is the middle of the last 60 days', () => {
    expect(restLately([rest(61, 200), rest(60, 70), rest(3, 60), rest(1, 64)], 0)).toEqual({
      bpm: 64,
      sessions: 3,
    });
    expect(restLately([rest(2, 60), rest(1, 64)], 0)).toEqual({ bpm: 62, sessions: 2 });
  });

  it('is absent without a session', () => {
    expect(restLately([rest(90, 60)], 0)).toBeUndefined();
  });
});
