import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/end-to-end/**', 'node_modules/**'],
    globalSetup: ['test/support/build-command-line.ts', 'test/support/shared-postgres.ts'],
    // For hangs alone: a test waits for facts, however slow the machine.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 600_000,
    expect: { poll: { timeout: 180_000, interval: 50 } },
    maxWorkers: 2,
  },
});
