import { describe, expect, it } from 'vitest';
import { readStrokes } from '../../../web/audio/modules/percussion.ts';

const KIT = { low: [64, 0.5, 0.1], high: [61, 0.25, 0.6] } as const;

describe('readStrokes', () => {
  it('reads a line a stroke: where, which, how long, how loud, from which rank on', () => {
    expect(readStrokes(KIT, { low: '6..4 | ....', high: '.... | ..3.' })).toEqual([
      [0, 64, 0.5, 0.6, 0.1],
      [3, 64, 0.5, 0.4, 0.1],
      [6, 61, 0.25, 0.3, 0.6],
    ]);
  });

  it('cuts each bar into as many places as it has signs', () => {
    expect(readStrokes(KIT, { low: '.5 | ...5.5' }, 3).map(([beat]) => beat)).toEqual([1.5, 4.5, 5.5]);
  });

  it.each(['6..x', '6..0', ''])('takes nothing but digits above 0 and points, not "%s"', (line) => {
    expect(() => readStrokes(KIT, { low: `.... | ${line}` })).toThrow(/strokes, bar 2/);
  });
});
