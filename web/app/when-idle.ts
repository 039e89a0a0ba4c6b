/**
 * Does one piece of work after the other when the browser has nothing better to do, so that what a person may want next
 * is there before they ask. A piece that fails is left to be tried again when it is needed.
 */
export async function whenIdle(work: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const piece of work) {
    await idle();
    await piece().catch(() => undefined);
  }
}

/** Longest wait for a browser that is never idle, ms. */
const LONGEST_MS = 2000;

const idle = (): Promise<void> =>
  new Promise((settle) => {
    // Safari has no idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(() => settle(), { timeout: LONGEST_MS });
    else setTimeout(settle, 200);
  });

/** Whether the person has asked their browser to load as little as it can. */
export const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
