import { describe, expect, it } from 'vitest';
import { needsHelp } from '../../../web/session/needs-help.ts';

describe('needsHelp', () => {
  it.each([
    { ratings: {}, help: false },
    { ratings: { before: 90 }, help: false },
    { ratings: { before: 40, after: 59 }, help: false },
    { ratings: { before: 40, after: 60 }, help: true },
    { ratings: { after: 79 }, help: false },
    { ratings: { after: 80 }, help: true },
    { ratings: { before: 95, after: 80 }, help: true },
  ])('is $help for $ratings', ({ ratings, help }) => {
    expect(needsHelp(ratings)).toBe(help);
  });
});
