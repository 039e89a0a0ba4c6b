import { combineLatest, fromEvent, startWith, type Observable } from 'rxjs';

/** Of the browser, what keeps its screen on. */
export interface AwakePorts {
  readonly page: EventTarget & Pick<Document, 'visibilityState'>;
  /** Absent: the screen goes dark as it always does. */
  readonly wakeLock: Pick<WakeLock, 'request'> | undefined;
}

/** Keeps the screen on while `wanted$`. */
export function keepAwake(wanted$: Observable<boolean>, { page, wakeLock }: AwakePorts): void {
  if (!wakeLock) return;
  let lock: Promise<Pick<WakeLockSentinel, 'release'> | undefined> | undefined;
  // The browser takes the lock away from a page that is not seen, so it is asked for again.
  const seen$ = fromEvent(page, 'visibilitychange').pipe(startWith(undefined));
  combineLatest([wanted$, seen$]).subscribe(([wanted]) => {
    void lock?.then((held) => held?.release());
    lock =
      wanted && page.visibilityState === 'visible'
        ? wakeLock.request('screen').catch(() => undefined)
        : undefined;
  });
}
