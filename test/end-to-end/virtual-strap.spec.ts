import type { Page } from '@playwright/test';
import { Message, sessionBus } from 'dbus-next';
import { expect, test } from './support/fixtures.ts';

/** A page of its own that shows what arrives, so that a fault of the harness is told from a fault of the app. */
async function openBarePage(page: Page): Promise<void> {
  await page.route('http://localhost/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<button>Connect</button><output></output>' }),
  );
  await page.goto('http://localhost/');
  await page.evaluate(() => {
    const output = document.querySelector('output')!;
    const connect = async (): Promise<void> => {
      const device = await navigator.bluetooth.requestDevice({ filters: [{ services: ['heart_rate'] }] });
      const service = await (await device.gatt!.connect()).getPrimaryService('heart_rate');
      const measurement = await service.getCharacteristic('heart_rate_measurement');
      measurement.addEventListener('characteristicvaluechanged', () => {
        output.textContent += `${measurement.value!.getUint8(1)} `;
      });
      await measurement.startNotifications();
      output.textContent = 'ready ';
    };
    document.querySelector('button')!.addEventListener('click', () => {
      connect().catch((error: unknown) => (output.textContent = (error as DOMException).name));
    });
  });
}

test.describe('the virtual strap', () => {
  test('reaches the page with every notification, in order', async ({ page, bluetooth, chooser }) => {
    const strap = bluetooth.addStrap();
    bluetooth.addStrap({ name: 'Another one' });
    await openBarePage(page);
    await Promise.all([chooser.choose(strap.name), page.getByRole('button').click()]);
    await expect(page.locator('output')).toHaveText('ready');
    const sent = Array.from({ length: 200 }, (_, i) => 40 + i);
    for (const bpm of sent) expect(strap.beat({ bpm })).toBe(true);
    await expect(page.locator('output')).toHaveText(`ready ${sent.join(' ')}`);
  });

  test('refuses while it is out of reach', async ({ page, bluetooth, chooser }) => {
    const strap = bluetooth.addStrap();
    strap.reachable = false;
    await openBarePage(page);
    await Promise.all([chooser.choose(strap.name), page.getByRole('button').click()]);
    await expect(page.locator('output')).toHaveText('NetworkError');
  });

  // A browser that lets go of a strap tells it so, and may do that when the strap has gone already.
  test('answers what is asked of it once it has gone with an error, as BlueZ does', async ({
    bus,
    bluetooth,
  }) => {
    const strap = bluetooth.addStrap();
    strap.advertise();
    await strap.connect();
    const client = sessionBus({ busAddress: bus.address });
    const ask = (member: string): Promise<unknown> =>
      client.call(
        new Message({
          destination: 'org.bluez',
          path: `${strap.path}/service0010/char0011`,
          interface: 'org.bluez.GattCharacteristic1',
          member,
        }),
      );
    await ask('StartNotify');
    expect(strap.listenedTo).toBe(true);
    strap.lose();
    for (const member of ['StartNotify', 'StopNotify'])
      await expect(ask(member)).rejects.toMatchObject({ type: 'org.freedesktop.DBus.Error.UnknownObject' });
    client.disconnect();
  });

  test('cannot be chosen where there is no adapter', async ({ page, bluetooth }) => {
    bluetooth.addStrap();
    bluetooth.switch('absent');
    await openBarePage(page);
    // A browser that has not heard of it yet would open its chooser, and wait for ever.
    await expect.poll(() => page.evaluate(() => navigator.bluetooth.getAvailability())).toBe(false);
    await page.getByRole('button').click();
    await expect(page.locator('output')).toHaveText('NotFoundError');
  });
});
