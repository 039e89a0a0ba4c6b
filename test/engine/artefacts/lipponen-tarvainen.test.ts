import { describe, expect, it } from 'vitest';
import { lt2019 } from '../../../engine/artefacts/index.ts';
import { added, heart, lost, moved, sum } from './series.ts';

const steady = heart(120);
const flagged = (rr: readonly number[]) =>
  lt2019(rr).classes.flatMap((it, i) => (it === 'normal' ? [] : [`${i} ${it}`]));

describe('lt2019', () => {
  it('finds a premature beat by its pause', () => {
    const found = flagged(moved(steady, 60, -200));
    expect(found).toContain('60 short');
    expect(found).toContain('61 ectopic');
  });

  it('finds a missed beat and sets it in the middle', () => {
    const rr = lost(steady, 60);
    expect(flagged(rr)).toContain('60 missed');
    const { nnMs } = lt2019(rr);
    expect(nnMs).toHaveLength(120);
    expect(nnMs[60]).toBe(rr[60]! / 2);
  });

  it('finds an extra beat and takes it away', () => {
    const rr = added(steady, 60, 300);
    expect(flagged(rr)).toContain('60 extra');
    expect(lt2019(rr).nnMs).toHaveLength(120);
  });

  it('keeps the length of the recording', () => {
    for (const rr of [moved(steady, 60, -200), lost(steady, 60), added(steady, 60, 300)])
      expect(sum(lt2019(rr).nnMs)).toBeCloseTo(sum(rr), 6);
  });

  it('leaves a constant series alone, where the quartiles coincide', () => {
    expect(flagged(new Array<number>(200).fill(800))).toEqual([]);
  });

  it('leaves the flicker of a recorder that counts whole milliseconds alone', () => {
    const rr = Array.from({ length: 200 }, (_, i) => (i % 37 === 0 ? 801 : 800));
    expect(flagged(rr)).toEqual([]);
  });

  it('goes on while it finds less', () => {
    let rr: readonly number[] = heart(300, { swingMs: 20, noiseMs: 8 });
    for (let i = 20; i < 290; i += 40) rr = moved(rr, i, -200);
    const { classes, lastPass } = lt2019(rr);
    expect(lastPass.normal).toBeGreaterThan(classes.filter((it) => it === 'normal').length);
  });

  it('says what the last pass found', () => {
    expect(lt2019(steady).lastPass.normal + sum(Object.values(lt2019(steady).lastPass).slice(1))).toBe(120);
  });

  it.each([0, 1, 2, 3, 4, 5])('takes %i beats', (n) => {
    expect(lt2019(steady.slice(0, n)).nnMs).toEqual(steady.slice(0, n));
  });
});
