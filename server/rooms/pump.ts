/** Reads on from a store whenever it is told that there is more, one reading at a time. */
export interface Pump {
  /** There may be more. */
  readonly turn: () => void;
  readonly stop: () => void;
}

/**
 * @param step  reads and sends what is next; false: there is no more for now, or nobody takes it
 * @param failed  told what `step` threw; the pump has stopped
 */
export const pump = (step: () => Promise<boolean>, failed: (cause: unknown) => void): Pump => {
  const state = { isRunning: false, isAskedAgain: false, isOver: false };
  const run = async (): Promise<void> => {
    state.isRunning = true;
    try {
      while (state.isAskedAgain && !state.isOver) {
        state.isAskedAgain = false;
        if (await step()) state.isAskedAgain = true;
      }
    } catch (cause) {
      if (!state.isOver) failed(cause);
      state.isOver = true;
    } finally {
      state.isRunning = false;
    }
  };
  return {
    turn: () => {
      state.isAskedAgain = true;
      if (!state.isRunning && !state.isOver) void run();
    },
    stop: () => {
      state.isOver = true;
    },
  };
};
