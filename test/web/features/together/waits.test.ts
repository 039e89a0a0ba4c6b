import { BehaviorSubject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../../web/features/together/company.ts';
import { waitsOf } from '../../../../web/features/together/together-view-model.ts';

const meeting: Meeting = {
  ...{ id: '0b0e6c1e-0000-4000-8000-000000000001', day: '2026-11-27', time: '19:30' },
  ...{ who: 'Sam', where: 'the kitchen', what: 'old records' },
};

describe('waitsOf', () => {
  it('is what is planned for today, without a name', () => {
    const day$ = new BehaviorSubject('2026-11-26');
    const waits$ = waitsOf(new BehaviorSubject([meeting]), day$);
    expect(waits$.value).toEqual([]);
    day$.next('2026-11-27');
    expect(waits$.value).toEqual([
      { to: '/together/week', line: 'Music in company is planned for today, 19:30.' },
    ]);
    expect(JSON.stringify(waits$.value)).not.toMatch(/Sam|kitchen|records/);
  });

  it('is nothing once it took place, or while the vault is locked', () => {
    const day$ = new BehaviorSubject('2026-11-27');
    expect(waitsOf(new BehaviorSubject([{ ...meeting, was: true as const }]), day$).value).toEqual([]);
    expect(waitsOf(new BehaviorSubject({ state: 'locked' as const }), day$).value).toEqual([]);
  });
});
