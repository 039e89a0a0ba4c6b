import { describe, expect, it } from 'vitest';
import { barsOf, BEATS, PARTS } from '../../../../web/features/rhythm/practice/plan.ts';

describe('barsOf', () => {
  it('keeps each stroke and each place within its bar', () => {
    for (const part of PARTS)
      for (const { strokes, places } of barsOf(part, 3))
        for (const beat of [...strokes.map((stroke) => stroke.beat), ...places]) {
          expect(beat).toBeGreaterThanOrEqual(0);
          expect(beat).toBeLessThan(BEATS);
        }
  });

  it('makes fifteen minutes of the five parts at the usual tempo, give or take two', () => {
    const beats = PARTS.map((part) => barsOf(part, 1).length * BEATS);
    const minutes = beats.reduce((sum, count, i) => sum + count / (PARTS[i] === 'piece' ? 91 : 80), 0);
    expect(minutes).toBeGreaterThan(11);
    expect(minutes).toBeLessThan(15);
  });

  it('lets the pulse fade, leaves it to the person and brings it back', () => {
    const roles = barsOf('keep', 1).map(({ role }) => role);
    const silent = roles.flatMap((role, i) => (role === 'alone' ? [i] : []));
    expect(silent.length).toBeGreaterThanOrEqual(8);
    for (const i of silent) expect(barsOf('keep', 1)[i]!.strokes).toEqual([]);
    expect(roles.at(-1)).toBe('together');
  });

  it('grows a pattern by one hit at a time, each shown before it is played', () => {
    const bars = barsOf('grow', 5);
    const played = bars.filter(({ role }) => role === 'repeat').map(({ places }) => places.length);
    expect([...new Set(played)]).toEqual([1, 2, 3, 4, 5, 6]);
    bars.forEach(({ role }, i) => expect(role).toBe(i % 2 === 0 ? 'listen' : 'repeat'));
  });

  it('calls otherwise with another seed, and the same with the same', () => {
    expect(barsOf('answer', 1)).toEqual(barsOf('answer', 1));
    expect(barsOf('answer', 1)).not.toEqual(barsOf('answer', 2));
  });
});
