import { asyncScheduler, auditTime, interval, merge, type Observable, type SchedulerLike } from 'rxjs';
import { behavior, type Behavior } from '../../kit/behavior.ts';

/** `waits`: a new version has been loaded; `held-up`: it was to be taken while a session was under way somewhere. */
export type Version = 'latest' | 'waits' | 'held-up';

export interface VersionViewModel {
  readonly version$: Behavior<Version>;
  /** Has the browser keep this version for use without network, and look for a new one now and then. */
  keepUpToDate(): Promise<void>;
  /** Loads every tab anew with the new version, unless a session is under way in one of them. */
  take(): Promise<void>;
}

export interface VersionPorts {
  /** Absent: the browser keeps no versions. */
  readonly container: (Pick<ServiceWorkerContainer, 'register' | 'controller'> & EventTarget) | undefined;
  /** Whether a session is under way in any tab. */
  readonly inSession: () => Promise<boolean>;
  /** Settles when none is under way in this tab. */
  readonly free: () => Promise<unknown>;
  readonly reload: () => void;
  /** A good moment to look for a new version. */
  readonly online$: Observable<unknown>;
  readonly scheduler?: SchedulerLike;
}

/** Browsers look by themselves only when a page is opened. */
const LOOK_EVERY_MS = 3_600_000;

/** The version of the app that runs, and the one that waits to take its place. */
export function versionViewModel(ports: VersionPorts): VersionViewModel {
  const { container, scheduler = asyncScheduler } = ports;
  const version$ = behavior<Version>('latest');
  let waiting: ServiceWorker | undefined;
  let reloading = false;
  const reloadOnce = async (): Promise<void> => {
    if (reloading) return;
    reloading = true;
    // Where a session has begun since the press, it comes first.
    await ports.free();
    ports.reload();
  };
  const notice = ({ waiting: next, active }: ServiceWorkerRegistration): void => {
    // The very first version takes nobody's place.
    if (!next || !active || next === waiting) return;
    waiting = next;
    version$.next('waits');
    next.addEventListener('statechange', () => {
      if (next.state === 'activated') void reloadOnce();
    });
  };
  return {
    version$,
    keepUpToDate: async () => {
      if (!container) return;
      const hadOne = container.controller !== null;
      // Taken in another tab, it takes over here, too.
      container.addEventListener('controllerchange', () => void (hadOne && reloadOnce()));
      const registration = await container.register('sw.js');
      notice(registration);
      registration.addEventListener('updatefound', () => {
        registration.installing?.addEventListener('statechange', () => notice(registration));
      });
      merge(
        interval(LOOK_EVERY_MS, scheduler),
        ports.online$.pipe(auditTime(LOOK_EVERY_MS, scheduler)),
      ).subscribe(() => void registration.update().catch(() => undefined));
    },
    take: async () => {
      if (await ports.inSession()) version$.next('held-up');
      else waiting?.postMessage({ type: 'SKIP_WAITING' });
    },
  };
}
