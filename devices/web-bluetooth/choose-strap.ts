import { SensorError, type HeartRateSensor } from '../heart-rate-sensor.ts';
import { chooserFailure } from './bluetooth-failure.ts';
import { BATTERY, HEART_RATE, type StrapBluetooth } from '../gatt/gatt.ts';
import { PMD } from '../polar/pmd.ts';
import { webBluetoothSensor, type StrapOptions } from './web-bluetooth-sensor.ts';

/** What the browser offers: `{ bluetooth: navigator.bluetooth, isSecureContext }`. */
export interface BluetoothAccess {
  readonly bluetooth: StrapBluetooth | undefined;
  readonly isSecureContext: boolean;
}

/**
 * Lets the person choose a strap in the browser's own chooser. Must be called from a user gesture.
 *
 * @throws SensorError  insecure-context, unsupported, adapter-off, cancelled, denied, or unreachable
 */
export async function requestStrap(
  access: BluetoothAccess,
  options: StrapOptions = {},
): Promise<HeartRateSensor> {
  const bluetooth = available(access);
  // Some browsers reject the query; then the chooser itself shows what is wrong.
  const on = (await bluetooth.getAvailability?.().catch(() => true)) ?? true;
  if (!on) throw new SensorError('adapter-off', 'Bluetooth is off or missing.');
  try {
    const device = await bluetooth.requestDevice({
      filters: [{ services: [HEART_RATE.service] }],
      optionalServices: [BATTERY.service, PMD.service],
    });
    return webBluetoothSensor(device, options);
  } catch (cause) {
    throw chooserFailure(cause);
  }
}

/**
 * Straps that the person chose on an earlier visit; they connect without the chooser or a gesture. Empty where the
 * browser does not remember any.
 */
export async function rememberedStraps(
  { bluetooth }: BluetoothAccess,
  options: StrapOptions = {},
): Promise<readonly HeartRateSensor[]> {
  const devices = (await bluetooth?.getDevices?.().catch(() => [])) ?? [];
  return devices.map((device) => webBluetoothSensor(device, options));
}

function available({ bluetooth, isSecureContext }: BluetoothAccess): StrapBluetooth {
  if (!isSecureContext) throw new SensorError('insecure-context', 'Bluetooth needs https or localhost.');
  if (!bluetooth) throw new SensorError('unsupported', 'This browser has no Web Bluetooth.');
  return bluetooth;
}
