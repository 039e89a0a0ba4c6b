import { VirtualTimeScheduler } from 'rxjs';

/** Virtual time for code that mixes schedulers with promises, which `TestScheduler.run` cannot wait for. */
export class VirtualTime {
  readonly scheduler = new VirtualTimeScheduler(undefined, 0);
  readonly clock = (): number => this.scheduler.now();

  /** Lets promises settle, then time pass, timer by timer, promises settling after each. */
  async pass(ms: number): Promise<void> {
    const until = this.scheduler.frame + ms;
    await settled();
    for (;;) {
      const next = Math.min(until, ...this.scheduler.actions.map((action) => action.delay));
      this.scheduler.frame = next;
      this.scheduler.maxFrames = next;
      this.scheduler.flush();
      await settled();
      if (next === until && !this.scheduler.actions.some((action) => action.delay <= until)) return;
    }
  }
}

/** Resolves once every promise that can settle without time has. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
