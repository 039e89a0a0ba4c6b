/** What the page did with one packet, in ms from the event's own time stamp: that counts the wait for a busy page. */
export interface HandledPacket {
  /** Its handling began, and was done, the engine and the player included. */
  readonly began: number;
  readonly done: number;
  /** The first and the last thing that it put on the audio clock; absent: it put nothing there. */
  readonly firstCommand?: number;
  readonly lastCommand?: number;
}

declare global {
  interface Window {
    handledPackets?: HandledPacket[];
  }
}

/**
 * In the page, before it loads: notes what each packet's handling led to.
 *
 * @param packetMs  how far each packet moves the page's clock, which stands still otherwise from the first of them on,
 *   so that minutes of a session go by in as many packets whatever the machine; 0: the clock is left alone
 */
export function watchPackets(packetMs: number): void {
  const now = performance.now.bind(performance);
  const handled: HandledPacket[] = (window.handledPackets = []);
  let current: { since: number; first?: number; last?: number } | undefined;
  let standsAt: number | undefined;
  if (packetMs > 0) performance.now = () => standsAt ?? now();

  const watch = (prototype: object, names: readonly string[]): void => {
    for (const name of names) {
      const original = Reflect.get(prototype, name) as (...args: unknown[]) => unknown;
      Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]) {
        if (current) {
          current.last = now() - current.since;
          current.first ??= current.last;
        }
        return original.apply(this, args);
      });
    }
  };
  const onTheClock = Object.getOwnPropertyNames(AudioParam.prototype).filter((name) =>
    /(Time|Values)$/.test(name),
  );
  watch(AudioParam.prototype, onTheClock);
  watch(AudioScheduledSourceNode.prototype, ['start', 'stop']);
  watch(AudioBufferSourceNode.prototype, ['start']);

  const listen = Reflect.get(EventTarget.prototype, 'addEventListener');
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const watched = (event: Event): void => {
      if (packetMs > 0) standsAt = (standsAt ?? now()) + packetMs;
      const since = event.timeStamp;
      const began = now() - since;
      current = { since };
      (listener as EventListener).call(this, event);
      const { first, last } = current;
      current = undefined;
      const commands = first === undefined ? {} : { firstCommand: first, lastCommand: last! };
      handled.push({ began, done: now() - since, ...commands });
    };
    const isPacket = type === 'characteristicvaluechanged' && typeof listener === 'function';
    listen.call(this, type, isPacket ? watched : listener, options);
  };
}

/** In the page: the packets that put something on the audio clock. */
export const packetsWithCommands = (): readonly HandledPacket[] =>
  (window.handledPackets ?? []).filter(({ firstCommand }) => firstCommand !== undefined);
