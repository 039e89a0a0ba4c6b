import { useEffect, useRef } from 'react';

const ARROWS_MEAN_SOMETHING = 'input, textarea, select, summary, [role="slider"]';

/** The arrow keys to the next and the one before, where no control has them for itself. */
export function useArrows(on: boolean, moved: (by: 1 | -1) => void): void {
  const latest = useRef(moved);
  useEffect(() => {
    latest.current = moved;
  });
  useEffect(() => {
    if (!on) return;
    const hear = (event: KeyboardEvent): void => {
      const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
      if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(ARROWS_MEAN_SOMETHING)) return;
      event.preventDefault();
      latest.current(by);
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [on]);
}
