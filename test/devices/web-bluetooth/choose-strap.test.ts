import { describe, expect, it } from 'vitest';
import { rememberedStraps, requestStrap } from '../../../devices/index.ts';
import { FakeBluetooth, FakeStrap } from '../../support/fake-strap.ts';

const access = () => ({ bluetooth: new FakeBluetooth(new FakeStrap()), isSecureContext: true });

describe('requestStrap', () => {
  it('asks for heart-rate straps, with their battery, and gives the one chosen', async () => {
    const browser = access();
    const sensor = await requestStrap(browser);
    expect(browser.bluetooth.asked).toEqual({
      filters: [{ services: ['heart_rate'] }],
      optionalServices: ['battery_service', 'fb005c80-02e7-f387-1cad-8acd2d8df0c8'],
    });
    expect(sensor).toMatchObject({ id: 'strap-1', name: 'Polar H10 00000001', kind: 'strap' });
  });

  it('tells an insecure page from a browser without Bluetooth', async () => {
    await expect(requestStrap({ bluetooth: undefined, isSecureContext: false })).rejects.toMatchObject({
      code: 'insecure-context',
    });
    await expect(requestStrap({ bluetooth: undefined, isSecureContext: true })).rejects.toMatchObject({
      code: 'unsupported',
    });
  });

  it('says that Bluetooth is off before it opens the chooser', async () => {
    const browser = access();
    browser.bluetooth.on = false;
    await expect(requestStrap(browser)).rejects.toMatchObject({ code: 'adapter-off' });
    expect(browser.bluetooth.asked).toBeUndefined();
  });

  it('goes on to the chooser where the browser cannot say whether Bluetooth is on', async () => {
    const browser = access();
    browser.bluetooth.getAvailability = () => Promise.reject(new Error('unknown'));
    await expect(requestStrap(browser)).resolves.toMatchObject({ id: 'strap-1' });
  });

  it.each([
    ['NotFoundError', 'User cancelled the requestDevice() chooser.', 'cancelled'],
    ['NotFoundError', 'Bluetooth adapter not available.', 'adapter-off'],
    ['NotFoundError', 'User or their enterprise policy has disabled Web Bluetooth.', 'denied'],
    ['NotFoundError', 'Web Bluetooth API globally disabled.', 'denied'],
    ['NotFoundError', 'User denied the browser permission to scan for Bluetooth devices.', 'denied'],
    ['NotFoundError', "User selected a device that doesn't exist anymore.", 'unreachable'],
    ['NotFoundError', 'words of another browser', 'cancelled'],
    ['SecurityError', 'Must be handling a user gesture to show a permission request.', 'denied'],
    ['NotAllowedError', 'words of another browser', 'denied'],
    ['NotSupportedError', 'words of another browser', 'unsupported'],
    ['NetworkError', 'words of another browser', 'unreachable'],
  ])('tells %s "%s" as %s, with its cause', async (name, message, code) => {
    const browser = access();
    browser.bluetooth.failure = new DOMException(message, name);
    await expect(requestStrap(browser)).rejects.toMatchObject({
      name: 'SensorError',
      code,
      cause: browser.bluetooth.failure,
    });
  });
});

describe('rememberedStraps', () => {
  it('gives the straps of earlier visits', async () => {
    expect(await rememberedStraps(access())).toMatchObject([{ id: 'strap-1', kind: 'strap' }]);
  });

  it('is empty where the browser has no Bluetooth, remembers none, or will not say', async () => {
    const browser = access();
    browser.bluetooth.getDevices = () => Promise.reject(new DOMException('no', 'SecurityError'));
    expect(await rememberedStraps(browser)).toEqual([]);
    expect(await rememberedStraps({ bluetooth: undefined, isSecureContext: true })).toEqual([]);
    const { requestDevice } = access().bluetooth;
    expect(await rememberedStraps({ bluetooth: { requestDevice }, isSecureContext: true })).toEqual([]);
  });
});
