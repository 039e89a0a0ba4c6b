/** Whether a finger, a mouse button or a key is down somewhere in the page. */
export interface Pressing {
  /** Settles when nothing is down, and the click that it makes has been handled. */
  over(): Promise<void>;
}

const DOWN = ['pointerdown', 'keydown'] as const;
/** A window that has lost the focus does not hear of keys that are let go. */
const UP = ['pointerup', 'pointercancel', 'keyup', 'blur'] as const;

export function watchPressing(page: Window): Pressing {
  let down = false;
  let waiting: (() => void)[] = [];
  const release = (): void => {
    down = false;
    for (const settle of waiting) settle();
    waiting = [];
  };
  for (const type of DOWN) page.addEventListener(type, () => void (down = true), true);
  // The click comes after the release, in the same task; a timer comes after both.
  for (const type of UP) page.addEventListener(type, () => void setTimeout(release), true);
  return { over: () => (down ? new Promise((settle) => waiting.push(settle)) : Promise.resolve()) };
}
