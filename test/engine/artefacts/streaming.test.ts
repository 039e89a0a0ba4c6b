import { describe, expect, it } from 'vitest';
import { correct, liveClassifier, type LiveStep, type Revision } from '../../../engine/artefacts/index.ts';
import type { IntervalLabel } from '../../../engine/index.ts';
import { added, heart, lost, moved, oneSegment } from './series.ts';

const artefacts = (rr: readonly number[]) => added(lost(moved(moved(rr, 200, -180), 100, 90), 150), 250, 300);

function run(rr: readonly number[]): { steps: LiveStep[]; final: Revision[] } {
  const live = liveClassifier();
  const steps = [...oneSegment(rr).map((one) => live.push(one)), live.finish()];
  return { steps, final: steps.flatMap((step) => step.revisions).filter((one) => one.final) };
}

describe('liveClassifier', () => {
  it('makes each interval final once, in order', () => {
    const { final } = run(artefacts(heart(300)));
    expect(final.map((one) => one.index)).toEqual(final.map((_, i) => i));
    expect(final).toHaveLength(300);
  });

  it('makes an interval final when five have followed it', () => {
    const { steps } = run(artefacts(heart(300)));
    for (let i = 40; i < 290; i++) {
      const done = steps.slice(0, i + 6).flatMap((step) => step.revisions);
      expect(done.some((one) => one.final && one.index === i)).toBe(true);
    }
  });

  it('gives a provisional class when the next interval has come', () => {
    const { steps } = run(heart(100));
    expect(steps[60]!.revisions).toContainEqual({ index: 59, class: 'normal', final: false });
  });

  it('revises a provisional class once it knows better', () => {
    const rr = moved(heart(100), 60, -200);
    const told = run(rr)
      .steps.flatMap((step) => step.revisions)
      .filter((one) => one.index === 61);
    expect(told.at(-1)).toEqual({ index: 61, class: 'ectopic', final: true });
  });

  it('tells a provisional class only when it is new', () => {
    const told = run(artefacts(heart(300)))
      .steps.flatMap((step) => step.revisions)
      .filter((one) => !one.final);
    const last = new Map<number, string>();
    for (const one of told) {
      expect(last.get(one.index)).not.toBe(one.class);
      last.set(one.index, one.class);
    }
  });

  it('agrees with the offline correction from the second window on', () => {
    const rr = artefacts(heart(300, { swingMs: 30, noiseMs: 12 }));
    const { final } = run(rr);
    const offline = correct(oneSegment(rr)).beats.map((beat) => beat.class);
    expect(final.slice(90).map((one) => one.class)).toEqual(offline.slice(90));
  });

  it('gives the NN intervals of a clean series as they came', () => {
    const rr = heart(100);
    expect(
      run(rr)
        .steps.flatMap((step) => step.nn)
        .map((nn) => nn.nnMs),
    ).toEqual(rr);
  });

  it('gives NN intervals at most seven beats late', () => {
    const { steps } = run(heart(100));
    expect(steps.slice(0, 90).flatMap((step) => step.nn).length).toBeGreaterThanOrEqual(83);
  });

  it('starts anew after a gap, with what it learnt', () => {
    const rr = [...heart(60), 5000, ...moved(heart(60, { seed: 2 }), 3, -180)];
    const { final } = run(rr);
    expect(final[60]!.class).toBe('gap');
    expect(final.flatMap((one) => (one.class === 'ectopic' ? [one.index] : []))).toEqual([64, 65]);
  });

  it('learns anew where a burst of lost beats has left it at half the rate', () => {
    const wander = (i: number) => 6 * Math.sin(i / 3);
    const steady = (from: number, meanMs: number) =>
      Array.from({ length: 60 }, (_, i) => meanMs + wander(from + i));
    const rr = [...steady(0, 453), 1118, 1135, 445, 1771, ...steady(60, 441), ...steady(120, 441)];
    const { final } = run(rr);
    const wrong = final.slice(64).filter((one) => one.class !== 'normal');
    expect(wrong.length).toBeGreaterThanOrEqual(12);
    expect(wrong.length).toBeLessThan(20);
    expect(final.slice(-90).every((one) => one.class === 'normal')).toBe(true);
  });
});

describe('liveClassifier, with labels', () => {
  const rr = heart(120);
  const labelledAt = (at: readonly number[], label: IntervalLabel) =>
    oneSegment(rr).map((interval, i) => (at.includes(i) ? { ...interval, label } : interval));

  it('takes an interval that looks normal for ectopic where it is labelled so', () => {
    const { beats, nn, correctedShare } = correct(labelledAt([50, 51], 'ectopic'));
    expect(beats.flatMap((beat, i) => (beat.class === 'normal' ? [] : [[i, beat.class]]))).toEqual([
      [50, 'ectopic'],
      [51, 'ectopic'],
    ]);
    expect(correctedShare).toBeCloseTo(2 / 120, 9);
    expect(nn).toHaveLength(118);
    expect(nn.map(({ index }) => index)).not.toContain(50);
  });

  it('takes no difference across a labelled interval', () => {
    const { nn } = correct(labelledAt([50], 'ectopic'));
    const [before, after] = [nn.find(({ index }) => index === 49)!, nn.find(({ index }) => index === 51)!];
    expect(after.segment).toBeGreaterThan(before.segment);
  });

  it('takes a labelled artefact for a beat at the wrong time', () => {
    const { beats } = correct(labelledAt([50], 'artefact'));
    expect(['short', 'long']).toContain(beats[50]!.class);
  });

  it('changes nothing where labels say normal', () => {
    const labelled = correct(labelledAt([50, 51, 52], 'normal'));
    expect(labelled.nn).toEqual(correct(oneSegment(rr)).nn);
  });
});
