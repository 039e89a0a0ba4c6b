import { BluezObjects, flag, text, texts, type Interfaces, type Method } from './bluez-objects.ts';
import { VirtualStrap, type StrapOptions } from './virtual-strap.ts';

const ADAPTER = 'org.bluez.Adapter1';
const DEVICE = 'org.bluez.Device1';
const CHARACTERISTIC = 'org.bluez.GattCharacteristic1';
const HCI = '/org/bluez/hci0';

/**
 * A Bluetooth adapter with straps around it, spoken to over D-Bus as Linux's BlueZ is. Chromium's own Web Bluetooth
 * runs on it unchanged. It must be on the bus before the browser starts: the browser looks for it once.
 */
export class VirtualBluetooth {
  readonly #straps = new Map<string, VirtualStrap>();
  readonly #objects = new BluezObjects(this.#methods());
  #added = 0;

  async start(busAddress: string): Promise<void> {
    this.#objects.add('/org/bluez', { 'org.bluez.AgentManager1': {}, 'org.bluez.ProfileManager1': {} });
    this.switch('on');
    await this.#objects.serve(busAddress);
  }

  stop(): void {
    this.#objects.close();
  }

  /** A strap in range that the browser's chooser will find. */
  addStrap(options: StrapOptions = {}): VirtualStrap {
    this.#added += 1;
    const strap = new VirtualStrap(this.#objects, HCI, { ...options, number: this.#added });
    this.#straps.set(strap.path, strap);
    if (this.#objects.get(HCI, ADAPTER, 'Discovering') === true) strap.advertise();
    return strap;
  }

  /**
   * Bluetooth at the machine: on, switched off (Chromium's chooser then waits, asking the person to switch it on), or
   * no adapter at all (Chromium refuses at once).
   */
  switch(to: 'on' | 'off' | 'absent'): void {
    if (to !== 'on') for (const strap of this.#straps.values()) strap.disconnect();
    if (to === 'absent') this.#objects.remove(HCI);
    else if (this.#objects.has(HCI)) this.#objects.set(HCI, ADAPTER, { Powered: flag(to === 'on') });
    else this.#objects.add(HCI, adapter(to === 'on'));
  }

  /** Back to an adapter that is on, with nothing around it. */
  reset(): void {
    for (const strap of this.#straps.values()) {
      strap.disconnect();
      this.#objects.remove(strap.path);
    }
    this.#straps.clear();
    this.switch('on');
  }

  #strapOf(path: string): VirtualStrap | undefined {
    return [...this.#straps.values()].find(
      (strap) => path === strap.path || path.startsWith(`${strap.path}/`),
    );
  }

  #methods(): Record<string, Method> {
    const discovering = (on: boolean): Method => {
      return () => {
        this.#objects.set(HCI, ADAPTER, { Discovering: flag(on) });
        if (on) for (const strap of this.#straps.values()) strap.advertise();
        return undefined;
      };
    };
    const notifying = (on: boolean): Method => {
      return (path) => {
        this.#objects.set(path, CHARACTERISTIC, { Notifying: flag(on) });
        return undefined;
      };
    };
    return {
      [`${ADAPTER}.StartDiscovery`]: discovering(true),
      [`${ADAPTER}.StopDiscovery`]: discovering(false),
      [`${DEVICE}.Connect`]: (path) => this.#strapOf(path)?.connect() ?? undefined,
      [`${DEVICE}.Disconnect`]: (path) => {
        this.#strapOf(path)?.disconnect();
        return undefined;
      },
      [`${CHARACTERISTIC}.StartNotify`]: notifying(true),
      [`${CHARACTERISTIC}.StopNotify`]: notifying(false),
      [`${CHARACTERISTIC}.WriteValue`]: (path, body) => {
        this.#strapOf(path)?.written.push([...(body[0] as Uint8Array)]);
        return undefined;
      },
      [`${CHARACTERISTIC}.ReadValue`]: (path) => {
        return { signature: 'ay', value: this.#objects.get(path, CHARACTERISTIC, 'Value') };
      },
    };
  }
}

const adapter = (powered: boolean): Interfaces => ({
  [ADAPTER]: {
    Address: text('00:00:00:00:00:01'),
    Name: text('virtual'),
    Alias: text('virtual'),
    Powered: flag(powered),
    Discoverable: flag(false),
    Pairable: flag(false),
    Discovering: flag(false),
    UUIDs: texts([]),
    Roles: texts(['central']),
  },
});
