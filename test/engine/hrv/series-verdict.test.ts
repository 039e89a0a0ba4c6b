import { describe, expect, it } from 'vitest';
import type { BeatClass } from '../../../engine/artefacts/index.ts';
import { nnSeries } from '../../../engine/hrv/nn-series.ts';
import { seriesVerdict } from '../../../engine/hrv/series-verdict.ts';
import { chance } from '../../../engine/maths/random.ts';

const classes = (count: number, artefacts: number): BeatClass[] =>
  Array.from({ length: count }, (_, i) => (i < artefacts ? 'ectopic' : 'normal'));

const next = chance(1);
const wild = nnSeries(Array.from({ length: 100 }, () => 600 + 400 * next()));
const calm = nnSeries(Array.from({ length: 100 }, (_, i) => 900 + 60 * Math.sin(i / 2)));

describe('seriesVerdict', () => {
  it.each([
    [0, 'ok'],
    [5, 'ok'],
    [6, 'flagged'],
    [25, 'flagged'],
    [26, { withheld: 'irregular-rhythm' }],
  ])('goes by the share of artefacts: %i of 100', (artefacts, verdict) => {
    expect(seriesVerdict(classes(100, artefacts), calm)).toEqual(verdict);
  });

  it('withholds a rhythm that is still without order when every interval counts as normal', () => {
    expect(seriesVerdict(classes(100, 0), wild)).toEqual({ withheld: 'irregular-rhythm' });
  });

  it('does not take deep slow breathing for disorder', () => {
    const deep = nnSeries(Array.from({ length: 100 }, (_, i) => 900 + 200 * Math.sin(i / 1.7)));
    expect(seriesVerdict(classes(100, 0), deep)).toBe('ok');
  });

  it('says nothing of the order of a few pairs', () => {
    const few = nnSeries(wild.nnMs.slice(0, 15));
    expect(seriesVerdict(classes(15, 0), few)).toBe('ok');
  });
});
