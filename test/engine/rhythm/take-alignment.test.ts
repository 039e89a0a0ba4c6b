import { describe, expect, it } from 'vitest';
import { simulatedTake } from '../../../bench/takes.ts';
import { chance } from '../../../engine/index.ts';
import { alignTake, markerAt, playedAtS } from '../../../engine/rhythm/index.ts';

const RATE = 44_100;

/** Markers at their times, put into a recording of 8 s a loop later. */
function recordingOf(markersAtS: readonly number[], loopS: number, gain = 0.1): Float32Array {
  const recording = new Float32Array(8 * RATE);
  const { inPhase } = markerAt(RATE);
  for (const at of markersAtS)
    inPhase.forEach((value, i) => (recording[Math.round((at + loopS) * RATE) + i]! += gain * value));
  return recording;
}

describe('alignTake', () => {
  it('finds the loop to a tenth of a millisecond in a clean recording', () => {
    for (const loopS of [0.02, 0.1234, 0.4]) {
      const markersAtS = [0.5, 1, 1.5, 2];
      const taken = alignTake({ recording: recordingOf(markersAtS, loopS), sampleRate: RATE, markersAtS });
      expect(taken).toMatchObject({ how: 'marker', markersHeard: 4 });
      expect(taken.how === 'marker' && Math.abs(taken.loopS - loopS)).toBeLessThan(1e-4);
    }
  });

  it('says why it falls back where nothing is heard, and knows nothing where nothing was stored', () => {
    const silent = { recording: new Float32Array(RATE), sampleRate: RATE, markersAtS: [0.1] };
    expect(alignTake({ ...silent, storedLoopS: 0.15 })).toEqual({
      how: 'stored-loop',
      loopS: 0.15,
      drift: 0,
      reason: 'marker-not-heard',
    });
    expect(alignTake(silent)).toEqual({ how: 'unknown', reason: 'marker-not-heard' });
    expect(alignTake({ ...silent, markersAtS: [] })).toEqual({ how: 'unknown', reason: 'no-markers' });
    expect(alignTake({ ...silent, recording: new Float32Array(0) })).toEqual({
      how: 'unknown',
      reason: 'no-markers',
    });
  });

  it('does not take the loudest of near silence for the marker', () => {
    const recording = new Float32Array(8 * RATE);
    const markersAtS = [0.5, 1.25, 2, 2.75];
    const next = chance(5);
    for (const at of markersAtS)
      for (let i = 0; i < 900; i++) recording[Math.round(at * RATE) + i] = 0.3 * (next() - 0.5);
    expect(alignTake({ recording, sampleRate: RATE, markersAtS })).toEqual({
      how: 'unknown',
      reason: 'marker-not-heard',
    });
  });

  it('finds a loop as long as the time between two markers, and none that is longer', () => {
    const markersAtS = [0.5, 1.25, 2, 2.75];
    const long = alignTake({ recording: recordingOf(markersAtS, 0.73), sampleRate: RATE, markersAtS });
    expect(long.how === 'marker' && Math.abs(long.loopS - 0.73)).toBeLessThan(1e-4);
  });

  it('places claps within 5 ms on simulated devices, and is not fooled by headphones', () => {
    const errorsS = Array.from({ length: 4 }, (_, seed) => simulatedTake(chance(seed))).flatMap(
      ({ whole, byCountIn }) => {
        expect([whole.alignment.how, byCountIn.alignment.how]).toEqual(['marker', 'marker']);
        expect(Math.abs(whole.loopErrorS!)).toBeLessThan(0.0005);
        return whole.errorsS;
      },
    );
    const within = errorsS.filter((error) => Math.abs(error) <= 0.005);
    expect(within.length / errorsS.length).toBeGreaterThanOrEqual(0.95);
    expect(simulatedTake(chance(9), true).whole.alignment).toMatchObject({ how: 'stored-loop' });
  });
});

describe('playedAtS', () => {
  it('takes the loop and the drift off, and is absent where nothing is known', () => {
    const line = { how: 'marker', loopS: 0.1, drift: 1e-4, markersHeard: 4, spreadS: 0 } as const;
    expect(playedAtS(line, 0.1 + 60 * 1.0001)).toBeCloseTo(60, 9);
    expect(playedAtS({ how: 'unknown', reason: 'no-markers' }, 3)).toBeUndefined();
  });
});
