/** The page's colours, for canvases, which know no CSS variables. */
export interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly accent: string;
  readonly wash: string;
}

/** @param scheme only so that a caller asks anew when it changes */
export function paletteOf(element: Element, _scheme: 'light' | 'dark'): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    soft: token('--ink-soft'),
    line: token('--line'),
    accent: token('--accent'),
    wash: token('--accent-wash'),
  };
}
