/**
 * ms for a test that has a session in real time, of some four minutes. Like the limits in playwright.config.ts it
 * is for hangs alone: how long something takes is no test's matter, but that of `bench/live.ts`.
 */
export const REAL_TIME_MS = 1_800_000;
