import { useEffect, useRef } from 'react';

const WRITING = 'input, textarea, select, [contenteditable="true"]';

/**
 * Letters as they are printed on the keys, lower case, once a press; not while something is written, and not with a key
 * that belongs to the browser.
 */
export function useKeys(pressed: (key: string, event: KeyboardEvent) => boolean): void {
  const latest = useRef(pressed);
  useEffect(() => {
    latest.current = pressed;
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const { target, repeat, ctrlKey, metaKey, altKey } = event;
      if (repeat || ctrlKey || metaKey || altKey) return;
      if (target instanceof Element && target.closest(WRITING)) return;
      if (latest.current(event.key.toLowerCase(), event)) event.preventDefault();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}
