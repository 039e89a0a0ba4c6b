import { defineConfig } from 'vite';

/** Bundles the command line (and the service it serves) for Node; packages stay in node_modules, but for one. */
export default defineConfig({
  build: {
    ssr: 'cli/main.ts',
    outDir: 'dist/node',
    target: 'node20',
    emptyOutDir: true,
    sourcemap: true,
  },
  // Node reads the 200 files of RxJS at each start; bundled, they cost a tenth.
  ssr: { target: 'node', noExternal: ['rxjs'] },
});
