/**
 * The part of Web Bluetooth that a strap needs; the browser's own objects satisfy it.
 * Source: https://webbluetoothcg.github.io/web-bluetooth/
 */
export interface StrapBluetooth {
  requestDevice(options: {
    readonly filters: { readonly services: string[] }[];
    readonly optionalServices: string[];
  }): Promise<StrapDevice>;
  getAvailability?(): Promise<boolean>;
  getDevices?(): Promise<StrapDevice[]>;
}

export interface StrapDevice extends EventTarget {
  readonly id: string;
  readonly name?: string | undefined;
  readonly gatt?: GattServer | undefined;
  watchAdvertisements?(options: { readonly signal: AbortSignal }): Promise<void>;
}

export interface GattServer {
  readonly connected: boolean;
  connect(): Promise<GattServer>;
  disconnect(): void;
  getPrimaryService(service: string): Promise<GattService>;
}

export interface GattService {
  getCharacteristic(characteristic: string): Promise<GattCharacteristic>;
}

export interface GattCharacteristic extends EventTarget {
  readonly value?: DataView | undefined;
  readValue(): Promise<DataView>;
  startNotifications(): Promise<GattCharacteristic>;
  writeValueWithResponse(value: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** The registered names that Web Bluetooth knows for 0x180D, 0x2A37, 0x180F and 0x2A19. */
export const HEART_RATE = { service: 'heart_rate', measurement: 'heart_rate_measurement' } as const;
export const BATTERY = { service: 'battery_service', level: 'battery_level' } as const;
