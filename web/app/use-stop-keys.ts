import { useEffect, useRef } from 'react';

const CONTROLS = 'button, a, input, textarea, select, summary, [role="slider"], [role="switch"]';
const WRITING = 'input:not([type="range"]), textarea, select, [contenteditable="true"]';

/**
 * Esc stops the sound from anywhere. Space does too, except where it belongs to what has the focus: a field that is
 * written in, or a control that was reached by keyboard. A button that was only clicked does not keep Space from
 * stopping.
 */
export function useStopKeys(active: boolean, stop: () => void): void {
  const latest = useRef(stop);
  useEffect(() => {
    latest.current = stop;
  });
  useEffect(() => {
    if (!active) return;
    let byKeyboard = false;
    const pointed = (): void => void (byKeyboard = false);
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Tab' || event.key.startsWith('Arrow')) byKeyboard = true;
      if (event.key === 'Escape' || (event.key === ' ' && !ownsSpace(event.target, byKeyboard))) {
        event.preventDefault();
        if (!event.repeat) latest.current();
      }
    };
    window.addEventListener('pointerdown', pointed, true);
    window.addEventListener('keydown', pressed, true);
    return () => {
      window.removeEventListener('pointerdown', pointed, true);
      window.removeEventListener('keydown', pressed, true);
    };
  }, [active]);
}

function ownsSpace(target: EventTarget | null, byKeyboard: boolean): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(WRITING) !== null || (byKeyboard && target.closest(CONTROLS) !== null);
}
