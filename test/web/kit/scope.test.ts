import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { openScope } from '../../../web/kit/scope.ts';

describe('openScope', () => {
  it('lets go of everything that was opened in it when it ends', () => {
    const kept = new Subject<number>();
    const heard = new Subject<number>();
    const closed: string[] = [];
    const scope = openScope();
    const latest = scope.keep(kept, 0);
    scope.listen(heard, () => undefined);
    scope.onEnd(() => closed.push('closed'));
    kept.next(4);
    scope.end();
    scope.end();
    expect([kept.observed, heard.observed]).toEqual([false, false]);
    expect(closed).toEqual(['closed']);
    expect(latest.value).toBe(4);
  });

  it('ends its children, and is not ended by them', () => {
    const ended: string[] = [];
    const scope = openScope();
    const early = scope.child();
    const late = scope.child();
    scope.onEnd(() => ended.push('outer'));
    early.onEnd(() => ended.push('early'));
    late.onEnd(() => ended.push('late'));
    early.end();
    expect(ended).toEqual(['early']);
    scope.end();
    expect(ended.sort()).toEqual(['early', 'late', 'outer']);
  });

  it('closes at once what is opened after its end', () => {
    const late = new Subject<number>();
    const scope = openScope();
    scope.end();
    scope.listen(late, () => undefined);
    expect(late.observed).toBe(false);
  });
});
