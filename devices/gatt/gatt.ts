/**
 * As much of Web Bluetooth as a strap needs; the browser's own objects satisfy it.
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
/** Polar's measurement data: a control point that takes commands and indicates answers, and a characteristic of frames. */
export const POLAR = {
  service: 'fb005c80-02e7-f387-1cad-8acd2d8df0c8',
  control: 'fb005c81-02e7-f387-1cad-8acd2d8df0c8',
  data: 'fb005c82-02e7-f387-1cad-8acd2d8df0c8',
} as const;
export const BATTERY = { service: 'battery_service', level: 'battery_level' } as const;
