import { Subject, throwError } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { behavior, follow, keepLatest } from '../../../web/kit/behavior.ts';

/** What a subscriber that comes now is told. */
function told<T>(source: {
  subscribe(o: { next(v: T): void; complete(): void }): unknown;
}): (T | 'complete')[] {
  const seen: (T | 'complete')[] = [];
  source.subscribe({ next: (value) => seen.push(value), complete: () => seen.push('complete') });
  return seen;
}

describe('behavior', () => {
  it('gives a new subscriber the value it has now, and each that follows', () => {
    const count = behavior(1);
    count.next(2);
    const seen = told(count);
    count.next(3);
    expect(seen).toEqual([2, 3]);
    expect(count.value).toBe(3);
  });

  it('gives the last value also after it has completed', () => {
    const count = behavior(1);
    count.next(2);
    count.complete();
    count.next(3);
    expect(told(count)).toEqual([2, 'complete']);
    expect(count.value).toBe(2);
  });
});

describe('keepLatest', () => {
  afterEach(() => void vi.useRealTimers());

  it('has the initial value until the source gives one, and the last one when the source has completed', () => {
    const source = new Subject<number>();
    const latest = keepLatest(source, 0);
    expect(latest.value).toBe(0);
    source.next(5);
    source.complete();
    expect(told(latest)).toEqual([5, 'complete']);
  });

  it('keeps its value when the source fails, and hands the bug to the page', () => {
    vi.useFakeTimers();
    const bug = new Error('a bug');
    const latest = keepLatest(
      throwError(() => bug),
      7,
    );
    expect(latest.value).toBe(7);
    expect(told(latest)).toEqual([7, 'complete']);
    expect(() => vi.runAllTimers()).toThrow(bug);
  });
});

describe('follow', () => {
  it('lets go of the source when its subscription ends', () => {
    const source = new Subject<number>();
    const [latest, subscription] = follow(source, 0);
    subscription.unsubscribe();
    expect(source.observed).toBe(false);
    expect(latest.value).toBe(0);
  });
});
