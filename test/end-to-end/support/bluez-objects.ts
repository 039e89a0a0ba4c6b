import { Message, MessageType, sessionBus, Variant, type MessageBus } from 'dbus-next';

export type Properties = Record<string, Variant>;
export type Interfaces = Record<string, Properties>;

/** What a method gives back: nothing, a value with its D-Bus signature, or an error by its BlueZ name. */
export type Reply =
  undefined | { readonly signature: string; readonly value: unknown } | { readonly error: string };

/** Answers a method of one interface; `path` is the object called. */
export type Method = (path: string, body: readonly unknown[]) => Reply | Promise<Reply>;

const MANAGER = 'org.freedesktop.DBus.ObjectManager';
const PROPERTIES = 'org.freedesktop.DBus.Properties';
const UNKNOWN_OBJECT = 'org.freedesktop.DBus.Error.UnknownObject';

/**
 * The objects that a service called org.bluez shows on a bus, and their standard interfaces: a client can list
 * them, read and set their properties, and is told of every change.
 */
export class BluezObjects {
  readonly #objects = new Map<string, Interfaces>();
  readonly #methods: ReadonlyMap<string, Method>;
  #bus: MessageBus | undefined;

  /**
   * @param methods  by `interface.Member`; a method that is not listed succeeds and gives nothing. They are only
   *   called on objects that are there: a call may have been on its way when its object was removed, above all
   *   `StopNotify` of a page that closes as its strap goes. BlueZ answers it with an error, and so do these objects.
   */
  constructor(methods: Readonly<Record<string, Method>>) {
    this.#methods = new Map(Object.entries({ ...this.#standard(), ...methods }));
  }

  async serve(busAddress: string): Promise<void> {
    const bus = sessionBus({ busAddress });
    bus.addMethodHandler((message: Message) => {
      if (message.type !== MessageType.METHOD_CALL) return false;
      void this.#answer(message);
      return true;
    });
    this.#bus = bus;
    await bus.requestName('org.bluez', 0);
  }

  close(): void {
    this.#bus?.disconnect();
    this.#bus = undefined;
  }

  add(path: string, interfaces: Interfaces): void {
    this.#objects.set(path, interfaces);
    this.#signal('/', `${MANAGER}.InterfacesAdded`, ['oa{sa{sv}}', path, interfaces]);
  }

  has(path: string): boolean {
    return this.#objects.has(path);
  }

  /** Removes an object and everything below it, the deepest first. */
  remove(path: string): void {
    const paths = [...this.#objects.keys()].filter((p) => p === path || p.startsWith(`${path}/`));
    for (const gone of paths.reverse()) {
      const names = Object.keys(this.#objects.get(gone) ?? {});
      this.#objects.delete(gone);
      this.#signal('/', `${MANAGER}.InterfacesRemoved`, ['oas', gone, names]);
    }
  }

  /** Changes properties and tells the clients. */
  set(path: string, name: string, changed: Properties): void {
    const properties = this.#objects.get(path)?.[name];
    if (!properties) throw new Error(`no ${name} at ${path}`);
    Object.assign(properties, changed);
    this.#signal(path, `${PROPERTIES}.PropertiesChanged`, ['sa{sv}as', name, changed, []]);
  }

  get(path: string, name: string, property: string): unknown {
    return (this.#objects.get(path)?.[name]?.[property] as Variant<unknown> | undefined)?.value;
  }

  #standard(): Record<string, Method> {
    return {
      [`${MANAGER}.GetManagedObjects`]: () => ({
        signature: 'a{oa{sa{sv}}}',
        value: Object.fromEntries(this.#objects),
      }),
      [`${PROPERTIES}.GetAll`]: (path, [name]) => {
        const properties = this.#objects.get(path)?.[name as string];
        return properties ? { signature: 'a{sv}', value: properties } : { error: 'InvalidArguments' };
      },
      [`${PROPERTIES}.Get`]: (path, [name, property]) => {
        const value = this.#objects.get(path)?.[name as string]?.[property as string];
        return value ? { signature: 'v', value } : { error: 'InvalidArguments' };
      },
      [`${PROPERTIES}.Set`]: (path, [name, property, value]) => {
        if (!this.#objects.get(path)?.[name as string]) return { error: 'InvalidArguments' };
        this.set(path, name as string, { [property as string]: value as Variant });
        return undefined;
      },
    };
  }

  async #answer(message: Message): Promise<void> {
    if (!this.#answersFor(message)) {
      this.#send(Message.newError(asText(message), UNKNOWN_OBJECT, `nothing at ${message.path}`));
      return;
    }
    const method = this.#methods.get(`${message.interface}.${message.member}`);
    const reply = await method?.(message.path, message.body as unknown[]);
    if (reply && 'error' in reply)
      this.#send(Message.newError(asText(message), `org.bluez.Error.${reply.error}`));
    else if (reply) this.#send(Message.newMethodReturn(message, reply.signature, [reply.value]));
    else this.#send(Message.newMethodReturn(message));
  }

  /** Whether the object that is called is there; the standard interfaces refuse by themselves. */
  #answersFor({ path, interface: name }: Message): boolean {
    return name.startsWith('org.freedesktop.DBus.') || this.#objects.get(path)?.[name] !== undefined;
  }

  #signal(path: string, member: string, [signature, ...body]: readonly [string, ...unknown[]]): void {
    const dot = member.lastIndexOf('.');
    this.#send(Message.newSignal(path, member.slice(0, dot), member.slice(dot + 1), signature, body));
  }

  #send(message: Message): void {
    this.#bus?.send(message);
  }
}

/** The package's types call the message that an error answers a string; it is the message. */
const asText = (message: Message): string => message as unknown as string;

export const text = (value: string): Variant => new Variant('s', value);
export const flag = (value: boolean): Variant => new Variant('b', value);
export const texts = (value: readonly string[]): Variant => new Variant('as', value);
export const objectPath = (value: string): Variant => new Variant('o', value);
export const bytes = (value: readonly number[]): Variant => new Variant('ay', Buffer.from(value));
export const word = (value: number): Variant => new Variant('q', value);
export const signed = (value: number): Variant => new Variant('n', value);
