import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { versionViewModel } from '../../../../web/features/version/version-view-model.ts';
import { VirtualTime } from '../../../support/virtual-time.ts';

class FakeWorker extends EventTarget {
  state = 'installed';
  readonly told: unknown[] = [];
  postMessage(message: unknown): void {
    this.told.push(message);
  }
  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  active: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  looked = 0;
  update(): Promise<void> {
    this.looked += 1;
    return Promise.reject(new TypeError('Failed to fetch'));
  }
  /** A version has been loaded. */
  bring(worker = new FakeWorker()): FakeWorker {
    this.installing = worker;
    this.dispatchEvent(new Event('updatefound'));
    this.installing = null;
    this.waiting = worker;
    worker.become('installed');
    return worker;
  }
}

interface PageSetting {
  readonly inSession?: () => boolean;
  readonly isFirst?: boolean;
}

async function page({ inSession = () => false, isFirst = false }: PageSetting = {}) {
  const time = new VirtualTime();
  const registration = new FakeRegistration();
  if (!isFirst) registration.active = new FakeWorker();
  const container = Object.assign(new EventTarget(), {
    controller: isFirst ? null : ({} as ServiceWorker),
    register: () => Promise.resolve(registration as unknown as ServiceWorkerRegistration),
  });
  const counts = { reloads: 0 };
  let end = (): void => undefined;
  const over = new Promise<void>((settle) => (end = settle));
  const version = versionViewModel({
    container,
    inSession: () => Promise.resolve(inSession()),
    free: () => (inSession() ? over : Promise.resolve()),
    reload: () => (counts.reloads += 1),
    online$: new Subject<void>(),
    scheduler: time.scheduler,
  });
  await version.keepUpToDate();
  return { time, registration, container, version, counts, end };
}

describe('versionViewModel', () => {
  it('says when a new version waits, and does nothing with it by itself', async () => {
    const { registration, version } = await page();
    expect(version.version$.value).toBe('latest');
    const worker = registration.bring();
    expect(version.version$.value).toBe('waits');
    expect(worker.told).toEqual([]);
  });

  it('says nothing of the first version', async () => {
    const { registration, version } = await page({ isFirst: true });
    registration.bring();
    expect(version.version$.value).toBe('latest');
  });

  it('takes it on a press, and loads each tab anew once', async () => {
    const { registration, container, version, counts } = await page();
    const worker = registration.bring();
    await version.take();
    expect(worker.told).toEqual([{ type: 'SKIP_WAITING' }]);
    worker.become('activated');
    container.dispatchEvent(new Event('controllerchange'));
    container.dispatchEvent(new Event('controllerchange'));
    await Promise.resolve();
    expect(counts.reloads).toBe(1);
  });

  it('takes nothing while a session is under way in any tab, and says so', async () => {
    let on = true;
    const { registration, version } = await page({ inSession: () => on });
    const worker = registration.bring();
    await version.take();
    expect(worker.told).toEqual([]);
    expect(version.version$.value).toBe('held-up');
    on = false;
    await version.take();
    expect(worker.told).toHaveLength(1);
  });

  it('waits with loading anew for the end of a session that has begun since the press elsewhere', async () => {
    const { container, counts, end } = await page({ inSession: () => true });
    container.dispatchEvent(new Event('controllerchange'));
    await Promise.resolve();
    expect(counts.reloads).toBe(0);
    end();
    await Promise.resolve();
    await Promise.resolve();
    expect(counts.reloads).toBe(1);
  });

  it('looks for a new version once an hour, and minds no failure', async () => {
    const { time, registration } = await page();
    await time.pass(2.5 * 3_600_000);
    expect(registration.looked).toBe(2);
  });

  it('does nothing where the browser keeps no versions', async () => {
    const version = versionViewModel({
      container: undefined,
      inSession: () => Promise.resolve(false),
      free: () => Promise.resolve(),
      reload: () => undefined,
      online$: new Subject<void>(),
    });
    await version.keepUpToDate();
    expect(version.version$.value).toBe('latest');
  });
});
