import {
  bytes,
  flag,
  objectPath,
  signed,
  text,
  texts,
  word,
  type BluezObjects,
  type Method,
} from './bluez-objects.ts';
import { heartRatePayload, type HeartRatePayload } from './heart-rate-payload.ts';

const uuid = (short: string): string => `0000${short}-0000-1000-8000-00805f9b34fb`;
const HEART_RATE = uuid('180d');
const BATTERY = uuid('180f');
const POLAR = (part: '80' | '81' | '82'): string => `fb005c${part}-02e7-f387-1cad-8acd2d8df0c8`;

const DEVICE = 'org.bluez.Device1';
const SERVICE = 'org.bluez.GattService1';
const CHARACTERISTIC = 'org.bluez.GattCharacteristic1';
const DESCRIPTOR = 'org.bluez.GattDescriptor1';

export interface StrapOptions {
  readonly name?: string;
  /** Percent; absent: no battery service. */
  readonly battery?: number;
  /** False: it advertises the heart rate service and then does not have it. */
  readonly hasHeartRate?: boolean;
  /** It has Polar's measurement service. */
  readonly polar?: boolean;
}

/** A heart-rate strap as BlueZ shows it. Made by `VirtualBluetooth.addStrap`. */
export class VirtualStrap {
  readonly path: string;
  readonly name: string;
  /** A strap out of reach refuses to connect. */
  reachable = true;
  /** What was written to its control point, oldest first. */
  readonly written: number[][] = [];
  readonly #objects: BluezObjects;
  readonly #options: StrapOptions;
  readonly #adapter: string;
  readonly #address: string;

  constructor(objects: BluezObjects, adapter: string, options: StrapOptions & { readonly number: number }) {
    this.#objects = objects;
    this.#adapter = adapter;
    this.#options = options;
    this.#address = `A0:9E:1A:00:00:${String(options.number).padStart(2, '0')}`;
    this.path = `${adapter}/dev_${this.#address.replaceAll(':', '_')}`;
    this.name = options.name ?? `Strap ${options.number}`;
  }

  get connected(): boolean {
    return this.#objects.get(this.path, DEVICE, 'Connected') === true;
  }

  /** True once the page has asked for heart rate notifications. */
  get listenedTo(): boolean {
    return this.#objects.get(this.#measurement, CHARACTERISTIC, 'Notifying') === true;
  }

  /** Sends one notification. False where nobody listens: a real strap's is lost then, too. */
  beat(measurement: HeartRatePayload): boolean {
    return this.send(heartRatePayload(measurement));
  }

  /** As `beat`, with any bytes. */
  send(payload: readonly number[]): boolean {
    if (!this.listenedTo) return false;
    this.#objects.set(this.#measurement, CHARACTERISTIC, { Value: bytes(payload) });
    return true;
  }

  /** Sends one frame of Polar's measurement service; as `beat`. */
  frame(payload: readonly number[]): boolean {
    const path = `${this.path}/service0030/char0034`;
    if (this.#objects.get(path, CHARACTERISTIC, 'Notifying') !== true) return false;
    this.#objects.set(path, CHARACTERISTIC, { Value: bytes(payload) });
    return true;
  }

  /** The link goes: out of range, or taken off. Until `reachable` is set again it cannot be connected to. */
  lose(): void {
    this.reachable = false;
    this.disconnect();
  }

  advertise(): void {
    if (this.#objects.has(this.path)) {
      this.#objects.set(this.path, DEVICE, { RSSI: signed(-60) });
      return;
    }
    this.#objects.add(this.path, {
      [DEVICE]: {
        Adapter: objectPath(this.#adapter),
        Address: text(this.#address),
        AddressType: text('random'),
        Name: text(this.name),
        Alias: text(this.name),
        UUIDs: texts([HEART_RATE]),
        RSSI: signed(-60),
        Paired: flag(false),
        Trusted: flag(false),
        Blocked: flag(false),
        LegacyPairing: flag(false),
        Connected: flag(false),
        ServicesResolved: flag(false),
      },
    });
  }

  /** BlueZ's order, which Chromium relies on: connected, then the services, then resolved. */
  connect(): ReturnType<Method> {
    if (!this.reachable) return { error: 'Failed' };
    this.#objects.set(this.path, DEVICE, { Connected: flag(true) });
    if (this.#options.hasHeartRate !== false) {
      this.#addService('service0010', HEART_RATE);
      this.#addCharacteristic('service0010/char0011', { uuid: uuid('2a37'), flags: ['notify'], value: [] });
      this.#addCharacteristic('service0010/char0014', { uuid: uuid('2a38'), flags: ['read'], value: [1] });
    }
    if (this.#options.battery !== undefined) {
      this.#addService('service0020', BATTERY);
      const value = [this.#options.battery];
      this.#addCharacteristic('service0020/char0021', {
        uuid: uuid('2a19'),
        flags: ['read', 'notify'],
        value,
      });
    }
    if (this.#options.polar === true) {
      this.#addService('service0030', POLAR('80'));
      this.#addCharacteristic('service0030/char0031', {
        uuid: POLAR('81'),
        flags: ['read', 'write', 'indicate'],
        value: [0x0f, 0x05],
      });
      this.#addCharacteristic('service0030/char0034', { uuid: POLAR('82'), flags: ['notify'], value: [] });
    }
    this.#objects.set(this.path, DEVICE, { ServicesResolved: flag(true) });
    return undefined;
  }

  disconnect(): void {
    if (!this.connected) return;
    for (const service of ['service0010', 'service0020', 'service0030'])
      this.#objects.remove(`${this.path}/${service}`);
    this.#objects.set(this.path, DEVICE, { ServicesResolved: flag(false) });
    this.#objects.set(this.path, DEVICE, { Connected: flag(false) });
  }

  get #measurement(): string {
    return `${this.path}/service0010/char0011`;
  }

  #addService(at: string, id: string): void {
    this.#objects.add(`${this.path}/${at}`, {
      [SERVICE]: { UUID: text(id), Device: objectPath(this.path), Primary: flag(true) },
    });
  }

  #addCharacteristic(at: string, what: { uuid: string; flags: string[]; value: readonly number[] }): void {
    const path = `${this.path}/${at}`;
    this.#objects.add(path, {
      [CHARACTERISTIC]: {
        UUID: text(what.uuid),
        Service: objectPath(path.slice(0, path.lastIndexOf('/'))),
        Value: bytes(what.value),
        Flags: texts(what.flags),
        Notifying: flag(false),
        MTU: word(23),
      },
    });
    if (!what.flags.includes('notify') && !what.flags.includes('indicate')) return;
    this.#objects.add(`${path}/desc0001`, {
      [DESCRIPTOR]: { UUID: text(uuid('2902')), Characteristic: objectPath(path), Value: bytes([0, 0]) },
    });
  }
}
