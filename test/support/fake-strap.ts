import type {
  GattCharacteristic,
  GattServer,
  GattService,
  StrapBluetooth,
  StrapDevice,
} from '../../devices/index.ts';

/** An event target that knows how many listen to it. */
class CountedTarget extends EventTarget {
  listeners = 0;
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void {
    this.listeners += 1;
    super.addEventListener(...args);
  }
  override removeEventListener(...args: Parameters<EventTarget['removeEventListener']>): void {
    this.listeners -= 1;
    super.removeEventListener(...args);
  }
}

const networkError = (message: string) => new DOMException(message, 'NetworkError');

/** A characteristic of one link: dead for good once the link is. */
class FakeCharacteristic extends CountedTarget implements GattCharacteristic {
  value: DataView | undefined;
  notifying = false;
  private readonly alive: () => boolean;
  private readonly initial: readonly number[];
  constructor(alive: () => boolean, initial: readonly number[]) {
    super();
    this.alive = alive;
    this.initial = initial;
  }
  readValue(): Promise<DataView> {
    this.value = offsetView(this.initial);
    return this.whileAlive(this.value);
  }
  readonly written: number[][] = [];
  writeValueWithResponse(value: Uint8Array): Promise<void> {
    this.written.push([...value]);
    return this.whileAlive(undefined);
  }
  async startNotifications(): Promise<GattCharacteristic> {
    await this.whileAlive(undefined);
    this.notifying = true;
    return this;
  }
  notify(bytes: readonly number[]): void {
    if (!this.notifying || !this.alive()) return;
    this.value = offsetView(bytes);
    this.dispatchEvent(new Event('characteristicvaluechanged'));
  }
  private whileAlive<T>(value: T): Promise<T> {
    return this.alive()
      ? Promise.resolve(value)
      : Promise.reject(networkError('GATT Server is disconnected.'));
  }
}

/** As some systems give it: a view into a larger buffer. */
const offsetView = (bytes: readonly number[]): DataView =>
  new DataView(Uint8Array.from([0xff, 0xff, ...bytes, 0xff]).buffer, 2, bytes.length);

/** A strap behind the border of Web Bluetooth, with the rules of GATT: nothing outlives its link. */
export class FakeStrap extends CountedTarget implements StrapDevice {
  readonly id = 'strap-1';
  readonly name = 'Polar H10 00000001';
  /** What `connect` does. */
  reach: 'near' | 'far' | 'hangs' = 'near';
  services: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
    heart_rate: { heart_rate_measurement: [] },
    battery_service: { battery_level: [87] },
  };
  connects = 0;
  /** Every characteristic that was ever fetched, newest last. */
  readonly fetched: { readonly name: string; readonly characteristic: FakeCharacteristic }[] = [];
  private link = 0;
  private up = false;

  readonly gatt: GattServer = ((strap: FakeStrap) => ({
    get connected() {
      return strap.up;
    },
    async connect() {
      strap.connects += 1;
      if (strap.reach === 'hangs') await new Promise(() => undefined);
      if (strap.reach === 'far') throw networkError('Connection attempt failed.');
      strap.up = true;
      strap.link += 1;
      return strap.gatt;
    },
    disconnect() {
      strap.drop();
    },
    getPrimaryService: (service: string) => strap.service(service),
  }))(this);

  /** The link is lost, or ended. */
  drop(): void {
    if (!this.up) return;
    this.up = false;
    this.dispatchEvent(new Event('gattserverdisconnected'));
  }
  /** The newest characteristic of that name notifies. */
  notify(name: string, ...bytes: readonly number[]): void {
    this.fetched.findLast((one) => one.name === name)?.characteristic.notify(bytes);
  }
  beat(): void {
    this.notify('heart_rate_measurement', 0x16, 60, 0x00, 0x04);
  }
  /** Listeners left anywhere. */
  get listening(): number {
    return (
      this.listeners + this.fetched.reduce((sum, { characteristic }) => sum + characteristic.listeners, 0)
    );
  }

  private service(name: string): Promise<GattService> {
    const link = this.link;
    const alive = () => this.up && this.link === link;
    const characteristics = this.services[name];
    if (!alive()) return Promise.reject(networkError('GATT Server is disconnected.'));
    if (!characteristics) return Promise.reject(notFound('No Services matching UUID found in Device.'));
    return Promise.resolve({
      getCharacteristic: (wanted: string) => {
        const initial = characteristics[wanted];
        if (!initial) return Promise.reject(notFound('No Characteristics matching UUID found in Service.'));
        const characteristic = new FakeCharacteristic(alive, initial);
        this.fetched.push({ name: wanted, characteristic });
        return Promise.resolve(characteristic);
      },
    });
  }
}

const notFound = (message: string) => new DOMException(message, 'NotFoundError');

/** A browser's Bluetooth whose chooser gives `strap`, or fails with what is set. */
export class FakeBluetooth implements StrapBluetooth {
  on = true;
  failure: Error | undefined;
  asked: unknown;
  private readonly strap: FakeStrap;
  constructor(strap: FakeStrap) {
    this.strap = strap;
  }
  getAvailability = (): Promise<boolean> => Promise.resolve(this.on);
  getDevices = (): Promise<FakeStrap[]> => Promise.resolve([this.strap]);
  requestDevice = (options: unknown): Promise<FakeStrap> => {
    this.asked = options;
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(this.strap);
  };
}
