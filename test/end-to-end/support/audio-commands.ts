declare global {
  interface Window {
    /** For each packet whose handling put something on the audio clock: ms from its event to the first and the last of it. */
    audioCommands?: { first: number; last: number }[];
  }
}

/**
 * In the page, before it loads: times the way from each packet's event to the audio commands that its handling gives,
 * and lets the page's own clock run `speed` times as fast, so that decisions fall due often. What is timed is real.
 */
export function timeAudioCommands(speed: number): void {
  const now = performance.now.bind(performance);
  performance.now = () => speed * now();
  const commands: { first: number; last: number }[] = (window.audioCommands = []);
  let current: { first?: number; last: number; since: number } | undefined;
  const note = (): void => {
    if (!current) return;
    current.last = now() - current.since;
    current.first ??= current.last;
  };
  const watch = (prototype: object, names: readonly string[]): void => {
    for (const name of names) {
      const original = Reflect.get(prototype, name) as (...args: unknown[]) => unknown;
      Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]) {
        note();
        return original.apply(this, args);
      });
    }
  };
  watch(
    AudioParam.prototype,
    Object.getOwnPropertyNames(AudioParam.prototype).filter((name) => /(Time|Values)$/.test(name)),
  );
  watch(AudioScheduledSourceNode.prototype, ['start', 'stop']);
  watch(AudioBufferSourceNode.prototype, ['start']);

  const listen = Reflect.get(EventTarget.prototype, 'addEventListener');
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const timed = (event: Event): void => {
      // When the browser made the event, before it waited for the page to have time for it.
      current = { since: event.timeStamp, last: 0 };
      (listener as EventListener).call(this, event);
      const { first, last } = current;
      if (first !== undefined) commands.push({ first, last });
      current = undefined;
    };
    const isPacket = type === 'characteristicvaluechanged' && typeof listener === 'function';
    listen.call(this, type, isPacket ? timed : listener, options);
  };
}
