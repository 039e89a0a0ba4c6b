import { describe, expect, it } from 'vitest';
import {
  cautionOf,
  CONTEXT_IDS,
  CONTEXT_ROW,
  contextIn,
  isConfounded,
} from '../../../../web/features/context/context.ts';
import { contextFiles, contextRowIn } from '../../../../web/features/context/context-files.ts';

describe('contextIn', () => {
  it('is what was switched on, in the order in which it is asked', () => {
    expect(contextIn([{ id: CONTEXT_ROW, on: ['pregnancy', 'heart-rhythm'] }])).toEqual([
      'heart-rhythm',
      'pregnancy',
    ]);
    expect(contextIn([])).toEqual([]);
  });
});

describe('cautionOf', () => {
  it('concerns the heart only where the heart is concerned', () => {
    expect(cautionOf(['slowing-medicine'])).toEqual({ heart: true, any: true });
    expect(cautionOf(['poor-sleep'])).toEqual({ heart: false, any: true });
    expect(cautionOf([])).toEqual({ heart: false, any: false });
  });
});

describe('isConfounded', () => {
  it('is so by a medicine said once or a coffee today, not by a feeling or what does not concern the heart', () => {
    expect(isConfounded(['quickening-medicine'], [])).toBe(true);
    expect(isConfounded([], ['sitting', 'caffeine'])).toBe(true);
    expect(isConfounded(['second-condition'], ['sitting', 'feeling:low'])).toBe(false);
  });
});

describe('contextRowIn', () => {
  it('reads what was written', () => {
    expect(contextRowIn(contextFiles(CONTEXT_IDS))).toEqual({ id: CONTEXT_ROW, on: [...CONTEXT_IDS] });
  });

  it('takes nothing that is not understood', () => {
    const bytes = new TextEncoder().encode('{"format":"attune-context","v":1,"on":["left-handed"]}');
    expect(() => contextRowIn([{ path: 'context.json', bytes }])).toThrow(/context\.json/);
    expect(() => contextRowIn([])).toThrow(/context\.json/);
  });
});
