import { of, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { stage } from '../../../engine/operators/stage.ts';
import type { Signal } from '../../../engine/session/signal.ts';

const step = (atMs: number): Signal => ({ type: 'step', atMs });

/** Hands on each signal and, after it, one that is `ms` later. */
const echo = (ms: number) =>
  stage(() => (signal, emit) => {
    emit(signal);
    emit(step(signal.atMs + ms));
  });

describe('stage', () => {
  it('works through what one stage adds in the next, in order', () => {
    const seen: number[] = [];
    of(step(0))
      .pipe(echo(1), echo(10))
      .subscribe(({ atMs }) => seen.push(atMs));
    expect(seen).toEqual([0, 10, 1, 11]);
  });

  it('begins anew for each subscriber, however many stages follow each other', () => {
    const counting = stage(() => {
      let count = 0;
      return (_, emit) => emit(step((count += 1)));
    });
    const source$ = new Subject<Signal>();
    const counted$ = source$.pipe(echo(0), counting);
    const [early, late]: number[][] = [[], []];
    counted$.subscribe(({ atMs }) => early?.push(atMs));
    source$.next(step(0));
    counted$.subscribe(({ atMs }) => late?.push(atMs));
    source$.next(step(0));
    expect([early, late]).toEqual([
      [1, 2, 3, 4],
      [1, 2],
    ]);
  });

  it('ends with the bug of any stage, and lets its source go', () => {
    const bug = new Error('in the second stage');
    const failing = stage(() => () => {
      throw bug;
    });
    const source$ = new Subject<Signal>();
    const ends: unknown[] = [];
    source$.pipe(echo(1), failing, echo(1)).subscribe({ error: (thrown: unknown) => ends.push(thrown) });
    source$.next(step(0));
    expect(ends).toEqual([bug]);
    expect(source$.observed).toBe(false);
  });
});
