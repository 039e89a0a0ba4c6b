import { render } from '../../support/audio-offline.ts';
import { droneOf, loadWaves, readWaves, SAMPLE_RATE, sine } from '../../support/audio-scores.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CrossfadePlan } from '../../../engine/index.ts';
import { createTonePlayer } from '../../../web/audio/index.ts';
import type { Score } from '../../../web/audio/modules/index.ts';

const G_MAJOR = [7, 11, 2];
const LEAVING: Score = {
  ...droneOf('leaving', sine(110)),
  chordAt: ({ index }) => (index === 1 ? G_MAJOR : [2, 6, 9]),
};

beforeAll(() => loadWaves([LEAVING]));

/** What the phrases of a piece that comes in are told, in their order. */
async function told(begin: CrossfadePlan['begin']): Promise<(readonly number[] | undefined)[]> {
  const heard: (readonly number[] | undefined)[] = [];
  const coming: Score = {
    ...droneOf('coming', sine(110)),
    phrase: ({ takesUp }) => {
      heard.push(takesUp);
      return [];
    },
  };
  const scores = new Map([LEAVING, coming].map((score) => [score.id, score]));
  await render({ seconds: 20, sampleRate: SAMPLE_RATE }, (context) => {
    const player = createTonePlayer({ seed: 1, context, scores, read: readWaves });
    const to = (module: string) => ({ module, family: 'calming', level: 1 }) as const;
    const plan = { kind: 'dose', durationS: 4, curve: 'equal-power' } as const;
    return [
      [0, () => player.carryOut({ ...plan, to: to('leaving'), begin: 'now' })],
      [5, () => player.carryOut({ ...plan, to: to('coming'), begin })],
    ];
  });
  return heard;
}

describe('a piece that comes in on a phrase', () => {
  it('is told the chord that sounds there, for its first phrase alone', async () => {
    const [first, ...others] = await told('phrase');
    expect(first).toEqual(G_MAJOR);
    expect(others.length).toBeGreaterThan(0);
    expect(others.every((takesUp) => takesUp === undefined)).toBe(true);
  });
});

describe('a piece that comes in on a press', () => {
  it('goes its own way at once', async () => {
    expect((await told('now'))[0]).toBeUndefined();
  });
});
