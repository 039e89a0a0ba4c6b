import { EMPTY, NEVER, Observable, of, Subject, throwError, type OperatorFunction } from 'rxjs';
import { expect, it } from 'vitest';

/**
 * What every operator of the engine promises, whatever it does.
 * @param example  inputs that make the operator do its work, oldest first
 */
export function operatorLaws<I, O>(operator: () => OperatorFunction<I, O>, example: readonly I[]): void {
  const outputs = (source$: Observable<I>, by = operator()): { out: O[]; end: unknown } => {
    const out: O[] = [];
    let end: unknown = 'open';
    source$.pipe(by).subscribe({
      next: (o) => out.push(o),
      error: (e: unknown) => (end = e),
      complete: () => (end = 'complete'),
    });
    return { out, end };
  };

  it('keeps no state between subscriptions', () => {
    const one = operator();
    const first = outputs(of(...example), one);
    const second = outputs(of(...example), one);
    expect(first.out.length).toBeGreaterThan(0);
    expect(second).toEqual(first);
  });

  it('gives the same to interleaved subscriptions of one operator', () => {
    const source$ = new Subject<I>();
    const piped$ = source$.pipe(operator());
    const [a, b]: O[][] = [[], []];
    piped$.subscribe((o) => a?.push(o));
    piped$.subscribe((o) => b?.push(o));
    example.forEach((input) => source$.next(input));
    expect(b).toEqual(a);
  });

  it('passes an error on', () => {
    const failure = new Error('from the source');
    expect(outputs(throwError(() => failure)).end).toBe(failure);
  });

  it('completes with its source and says nothing of an empty or silent one', () => {
    expect(outputs(EMPTY)).toEqual({ out: [], end: 'complete' });
    expect(outputs(NEVER)).toEqual({ out: [], end: 'open' });
  });

  it('releases its source when it is let go', () => {
    let released = false;
    const source$ = new Observable<I>(() => () => (released = true));
    source$.pipe(operator()).subscribe().unsubscribe();
    expect(released).toBe(true);
  });

  it('changes none of its inputs', () => {
    const before = JSON.stringify(example);
    outputs(of(...example));
    expect(JSON.stringify(example)).toBe(before);
  });
}
