import { defineConfig } from 'vite';

/** Bundles the command line (and the service it serves) for Node; packages stay in node_modules. */
export default defineConfig({
  build: {
    ssr: 'cli/main.ts',
    outDir: 'dist/node',
    target: 'node20',
    emptyOutDir: true,
    sourcemap: true,
  },
  ssr: { target: 'node' },
});
