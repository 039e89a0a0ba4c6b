import { defineConfig } from '@playwright/test';
import { LAUNCH } from './test/end-to-end/support/launch.ts';

const REAL_TIME = ['**/recorded-heart.spec.ts', '**/whole-loop.spec.ts'];

export default defineConfig({
  testDir: 'test/end-to-end',
  testMatch: '**/*.spec.ts',
  // Each worker has its own browser, bus and adapter, and sound is measured in the page, on the audio clock. The two
  // sessions that are had in real time begin first, and wait in two workers while the third does the short ones.
  workers: 3,
  fullyParallel: true,
  projects: [
    { name: 'in real time', testMatch: REAL_TIME },
    { name: 'short', testIgnore: REAL_TIME },
  ],
  retries: 0,
  // For hangs alone: a test waits for facts, and how soon they come is measured by bench/live.ts.
  timeout: 600_000,
  expect: { timeout: 180_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: [['list']],
  use: {
    launchOptions: LAUNCH,
  },
});
