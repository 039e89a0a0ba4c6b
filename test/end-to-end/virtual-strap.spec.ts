import type { Page } from '@playwright/test';
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

  test('cannot be chosen where there is no adapter', async ({ page, bluetooth }) => {
    bluetooth.addStrap();
    bluetooth.switch('absent');
    await openBarePage(page);
    await page.getByRole('button').click();
    await expect(page.locator('output')).toHaveText('NotFoundError');
  });
});
