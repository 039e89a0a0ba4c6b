/** A panel of a figure: its place on the sheet and the data range that it shows. */
export interface Panel {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  };
  readonly x: readonly [min: number, max: number];
  readonly y: readonly [min: number, max: number];
}

/** Places data on a panel. */
export interface Scale {
  readonly x: (value: number) => string;
  readonly y: (value: number) => string;
}

export const scaleOf = ({ box, x, y }: Panel): Scale => ({
  x: (value) => (box.left + ((value - x[0]) / (x[1] - x[0] || 1)) * box.width).toFixed(1),
  y: (value) => (box.top + box.height - ((value - y[0]) / (y[1] - y[0] || 1)) * box.height).toFixed(1),
});

/** A panel with its frame, axes and title around `marks`. */
export function panelSvg(panel: Panel, marks: string): string {
  const { box, title, xLabel, yLabel } = panel;
  const [right, bottom] = [box.left + box.width, box.top + box.height];
  const scale = scaleOf(panel);
  const xTicks = ticks(panel.x).map(
    (tick) => `<text x="${scale.x(tick)}" y="${bottom + 16}" text-anchor="middle">${shown(tick)}</text>`,
  );
  const yTicks = ticks(panel.y).map(
    (tick) =>
      `<line x1="${box.left}" x2="${right}" y1="${scale.y(tick)}" y2="${scale.y(tick)}" stroke="#ddd3c2"/>` +
      `<text x="${box.left - 8}" y="${scale.y(tick)}" dy="4" text-anchor="end">${shown(tick)}</text>`,
  );
  return [
    `<g><text x="${box.left}" y="${box.top - 14}" font-size="15" font-weight="600">${escaped(title)}</text>`,
    ...yTicks,
    ...xTicks,
    marks,
    `<text x="${(box.left + right) / 2}" y="${bottom + 36}" text-anchor="middle">${escaped(xLabel)}</text>`,
    `<text transform="translate(${box.left - 62} ${(box.top + bottom) / 2}) rotate(-90)" ` +
      `text-anchor="middle">${escaped(yLabel)}</text></g>`,
  ].join('\n');
}

/** A whole figure: panels on paper, in a font that every system has. */
export const sheet = (width: number, height: number, panels: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
  `font-family="system-ui, sans-serif" font-size="12" fill="#16212b">` +
  `<rect width="100%" height="100%" fill="#faf6ee"/>\n${panels.join('\n')}\n</svg>\n`;

/** About five round numbers within a range. */
export function ticks([min, max]: readonly [number, number]): number[] {
  const rough = (max - min) / 5 || 1;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((one) => one >= rough) ?? rough;
  const first = Math.ceil(min / step);
  return Array.from({ length: Math.floor(max / step) - first + 1 }, (_, i) => (first + i) * step);
}

const shown = (value: number): string => String(Number(value.toPrecision(6)));

const escaped = (text: string): string => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);
