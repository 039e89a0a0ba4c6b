import { test as base, expect } from '@playwright/test';
import { AppServer } from './app-server.ts';
import { AttunePage } from './attune-page.ts';
import { chooserOf, type Chooser } from './chooser.ts';
import { startPrivateBus } from './private-bus.ts';
import { listenTo, type Sound } from './sound.ts';
import { startPlainBrowser, type PlainBrowser } from './plain-browser.ts';
import { VirtualBluetooth } from './virtual-bluetooth.ts';

interface WorkerFixtures {
  readonly bus: { readonly address: string; readonly bluetooth: VirtualBluetooth };
}

interface TestFixtures {
  /** The machine's Bluetooth, empty and switched on at the start of each test. */
  readonly bluetooth: VirtualBluetooth;
  readonly chooser: Chooser;
  readonly sound: Sound;
  /** Attune as a process of its own, with no session yet. */
  readonly server: AppServer;
  /** The page, open on Attune. Fails the test where anything throws in it or a request leaves Attune's address. */
  readonly attune: AttunePage;
  /** The pages of a browser in which a page that is behind another is hidden. */
  readonly plain: PlainBrowser['context'];
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  bus: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures are asked for
    async ({}, use) => {
      const bus = await startPrivateBus();
      const bluetooth = new VirtualBluetooth();
      await bluetooth.start(bus.address);
      await use({ address: bus.address, bluetooth });
      bluetooth.stop();
      await bus.stop();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, bus }, use) => {
      await use({ ...launchOptions, env: { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: bus.address } });
    },
    { scope: 'worker' },
  ],
  bluetooth: async ({ bus }, use) => {
    await use(bus.bluetooth);
    bus.bluetooth.reset();
  },
  chooser: async ({ page }, use) => {
    await use(await chooserOf(page));
  },
  sound: async ({ page }, use) => {
    await use(await listenTo(page));
  },
  // eslint-disable-next-line no-empty-pattern -- as above
  server: async ({}, use) => {
    const server = await AppServer.start();
    await use(server);
    await server.dispose();
  },
  plain: async ({ launchOptions }, use) => {
    const { context, close } = await startPlainBrowser(launchOptions);
    await use(context);
    await close();
  },
  attune: async ({ page, server, sound: _listening }, use) => {
    await page.context().addInitScript(sameSeeds);
    const faults: string[] = [];
    const strays: string[] = [];
    page.context().on('weberror', (fault) => faults.push(fault.error().message));
    page.context().on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (!['data:', 'blob:'].includes(protocol) && origin !== server.url) strays.push(request.url());
    });
    const attune = new AttunePage(page, server);
    await attune.open();
    await use(attune);
    expect(faults, 'errors that nothing caught').toEqual([]);
    expect(strays, 'requests to other addresses').toEqual([]);
  },
});

/** In the page: seeds of 32 bits come out alike, so that each run picks the same music. Nothing else is touched. */
function sameSeeds(): void {
  const original = crypto.getRandomValues.bind(crypto);
  crypto.getRandomValues = <T extends ArrayBufferView>(array: T): T =>
    array instanceof Uint32Array && array.length === 1 ? array.fill(20_261_122) : original(array as never);
}

export { expect };
