import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { moreNotices } from './scripts/notices/more-notices.ts';
import { makeFonts } from './scripts/fonts/make.ts';
import { makeRecordings } from './scripts/recordings/make.ts';
import { makeRhymes } from './scripts/rhymes/make.ts';

/** The few kilobytes that make the first screen answer are there before it is seen; Vite drops the attribute. */
const bootBeforePaint = {
  name: 'attune-boot',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string) =>
      html.replace('<script type="module"', '<script type="module" blocking="render"'),
  },
};

/** The licences of what the app is made of, as a file of the app. */
const NOTICES = 'third-party-notices.txt';
const notices = moreNotices(`dist/web/${NOTICES}`);

/** What the first screen has in common with what plays: none of it needs React. */
const SHARED = [
  /node_modules\/(rxjs|tslib)\//,
  /\/web\/kit\/(behavior|numbers|part|report-bug|secure-only|sections|words)\.ts$/,
  /\/web\/(first-screen|storage\/browser-storage|session\/words\/sensor)\.ts$/,
  /\/web\/features\/(help\/(index|contact-view-model)|straps\/(first|words|source-view-model))\.ts$/,
  /\/devices\/heart-rate-sensor\.ts$/,
];

/** Where `npm start` listens, for `npm run dev` beside it. */
const SERVICE = { target: 'http://127.0.0.1:4260', changeOrigin: false };

export default defineConfig({
  root: 'web',
  // A clinic's proxy may offer the app under a path: every address in it is found from where the page lies.
  base: './',
  plugins: [
    // The recordings of the instruments; only what has changed is made again.
    { name: 'attune-recordings', buildStart: () => makeRecordings(() => undefined) },
    { name: 'attune-fonts', buildStart: makeFonts },
    { name: 'attune-rhymes', buildStart: makeRhymes },
    react(),
    bootBeforePaint,
    notices.ofApp,
    VitePWA({
      registerType: 'prompt',
      // Registered by `main.tsx`, so that no inline script is needed.
      injectRegister: false,
      manifest: {
        name: 'Attune',
        short_name: 'Attune',
        description: 'Calm music that is guided by your heartbeat.',
        display: 'standalone',
        background_color: '#f4ede1',
        theme_color: '#0c151d',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        // The whole app, the demo recording, whatever the player brings along, and the licences (75 kB of text).
        globPatterns: ['**/*.{js,css,html,svg,png,csv,json,txt,woff2,mp3,ogg,wav}'],
        maximumFileSizeToCacheInBytes: 8_000_000,
        navigateFallbackDenylist: [/\/api\//, /\/docs/, /\/third-party-notices/],
        cleanupOutdatedCaches: true,
      },
    }),
  ],
  // The worker that reads own music loads its tag readers as it needs them.
  worker: { format: 'es', plugins: () => [notices.ofWorker] },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      // What is imported of the engine and the devices is all that is loaded of them.
      treeshake: { moduleSideEffects: [{ test: /\/(engine|devices)\//, sideEffects: false }] },
      output: {
        codeSplitting: {
          // The first screen in few files: each has a head of its own. What the music needs of it stays apart from
          // React, so that no press of "Craving now" waits for that.
          groups: [
            { name: 'boot', test: /\/web\/(boot\/|kit\/(language|greeting)\.ts)/, priority: 3 },
            { name: 'shared', test: (id) => SHARED.some((one) => one.test(id)), priority: 2 },
            { name: 'first-screen', test: /\/web\/(main|features\/straps\/heart-line)\.tsx$/, priority: 1 },
          ],
        },
      },
    },
    // Read by the test of what the first screen loads.
    manifest: true,
    license: { fileName: NOTICES },
    // Files are fetched, never inlined: the page's policy allows no data: addresses.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': SERVICE } },
  preview: { proxy: { '/api': SERVICE } },
});
