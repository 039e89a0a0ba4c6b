import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/end-to-end/**', 'node_modules/**'],
    globalSetup: 'test/support/build-command-line.ts',
    testTimeout: 30_000,
    maxWorkers: 2,
  },
});
