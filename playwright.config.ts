import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/find-chromium.mjs';

const REAL_TIME = ['**/recorded-heart.spec.ts', '**/whole-loop.spec.ts'];
const executablePath = findChromium();

export default defineConfig({
  testDir: 'test/end-to-end',
  testMatch: '**/*.spec.ts',
  // Each worker has its own browser, bus and adapter, and sound is measured in the page, on the audio clock. The two
  // sessions that are had in real time begin first, and wait in two workers while the third does the short ones.
  workers: 3,
  fullyParallel: false,
  projects: [
    { name: 'in real time', testMatch: REAL_TIME },
    { name: 'short', testIgnore: REAL_TIME },
  ],
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: [['list']],
  use: {
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // On Linux Web Bluetooth is behind a flag; the second keeps a permission over a reload, as on other systems.
        '--enable-features=WebBluetooth,WebBluetoothNewPermissionsBackend',
      ],
    },
  },
});
