import { combineLatest, fromEvent, startWith, type Observable } from 'rxjs';

/** Keeps the screen on while `wanted$`; where the browser cannot, it goes dark as it always does. */
export function keepAwake(wanted$: Observable<boolean>): void {
  if (!('wakeLock' in navigator)) return;
  let lock: Promise<WakeLockSentinel | undefined> | undefined;
  // The browser takes the lock away from a page that is not seen, so it is asked for again.
  const seen$ = fromEvent(document, 'visibilitychange').pipe(startWith(undefined));
  combineLatest([wanted$, seen$]).subscribe(([wanted]) => {
    void lock?.then((held) => held?.release());
    lock =
      wanted && document.visibilityState === 'visible'
        ? navigator.wakeLock.request('screen').catch(() => undefined)
        : undefined;
  });
}
