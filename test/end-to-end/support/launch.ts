import type { LaunchOptions } from '@playwright/test';
import { findChromium } from '../../../scripts/find-chromium.mjs';

const executablePath = findChromium();

/** How the browser of the end-to-end tests is started, apart from where its Bluetooth is. */
export const LAUNCH: LaunchOptions = {
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
};
