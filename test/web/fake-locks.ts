import type { TabLocks } from '../../web/storage/tab-locks.ts';

/** Web Locks of one browser: share one between the tabs of a test. */
export class FakeLocks {
  readonly #queues = new Map<string, Promise<unknown>>();
  readonly #held = new Set<string>();

  /** A tab's view; `kill` lets go of all it holds, as closing the tab does. */
  tab(): TabLocks & { kill(): void } {
    let kill = (): void => undefined;
    const killed = new Promise<void>((resolve) => (kill = resolve));
    return {
      kill: () => kill(),
      request: (name, { ifAvailable = false }, held) => {
        if (ifAvailable && this.#held.has(name)) return held(null);
        const run = async (): Promise<void> => {
          this.#held.add(name);
          await Promise.race([held({ name }), killed]);
          this.#held.delete(name);
        };
        const turn = (this.#queues.get(name) ?? Promise.resolve()).then(run, run);
        this.#queues.set(name, turn);
        return turn;
      },
    };
  }
}
