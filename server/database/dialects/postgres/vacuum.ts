/** How long after a deletion, so that many of them share one, ms. */
const DELAY_MS = 5000;

export interface Vacuum {
  readonly begin: () => void;
  readonly stop: () => Promise<void>;
}

/** Has the server free the rows that were deleted, sooner than it would by itself, in the background. */
export const vacuum = (run: () => Promise<unknown>): Vacuum => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  return {
    begin: () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        // Where it cannot be done now, the server does it by itself later.
        running = run().catch(() => undefined);
      }, DELAY_MS).unref();
    },
    stop: async () => {
      clearTimeout(timer);
      await running;
    },
  };
};
