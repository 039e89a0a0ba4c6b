import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Once before all tests: bundles the command line as `npm run build:node` does, since it starts
 * in a quarter of the time of its sources.
 */
export async function setup(): Promise<void> {
  await build({
    root: ROOT,
    configFile: `${ROOT}vite.node.config.ts`,
    logLevel: 'error',
    build: { outDir: 'dist/command-under-test', sourcemap: false },
  });
}
