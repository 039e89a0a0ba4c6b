import { describe, expect, it } from 'vitest';
import { inPlace } from '../../../../web/features/songs/heard-pieces.ts';

const piece = (frame: number, ...samples: number[]) => ({ frame, samples: Float32Array.from(samples) });

describe('what a microphone handed on', () => {
  it('is put together from its first frame on', () => {
    const { samples, firstFrame } = inPlace([piece(256, 1, 2), piece(258, 3, 4)]);
    expect([...samples]).toEqual([1, 2, 3, 4]);
    expect(firstFrame).toBe(256);
  });

  it('keeps a gap, so that the rest is where it was', () => {
    expect([...inPlace([piece(8, 1, 2), piece(12, 3)]).samples]).toEqual([1, 2, 0, 0, 3]);
  });

  it('loses nothing where the same frames come again, or an earlier one comes late', () => {
    expect([...inPlace([piece(8, 1, 2), piece(8, 3, 4), piece(10, 5)]).samples]).toEqual([3, 4, 5]);
    const late = inPlace([piece(8, 1, 2), piece(6, 3, 4)]);
    expect([...late.samples]).toEqual([3, 4, 1, 2]);
    expect(late.firstFrame).toBe(6);
  });

  it('is nothing where nothing was heard', () => {
    expect(inPlace([])).toEqual({ samples: new Float32Array(), firstFrame: 0 });
  });
});
