import type { BeatClass } from '../../engine/index.ts';
import { panelSvg, scaleOf, sheet, type Panel } from './svg.ts';

/** What the picture of a recording shows. */
export interface RecordingPlot {
  readonly name: string;
  readonly beats: readonly {
    readonly atMs: number;
    readonly rrMs: number;
    readonly segment: number;
    readonly class: BeatClass;
  }[];
}

const TEAL = '#0f766e';
const CLAY = '#b4532a';
const HOLE = '#e5dcc9';
/** Longer intervals are drawn at the edge, so that one hole does not flatten the rest. */
const HIGHEST_MS = 2500;
const BIN_MS = 25;

/** Every interval over time with artefacts and holes marked, and how often each length occurs, as one SVG. */
export const recordingPlot = (plot: RecordingPlot): string =>
  sheet(1000, 560, [timePanel(plot), lengthPanel(plot)]);

function timePanel({ name, beats }: RecordingPlot): string {
  const [first, last] = [beats[0]!, beats.at(-1)!];
  const panel: Panel = {
    title: `${name}: RR intervals (crosses: artefacts; shaded: no beats)`,
    xLabel: 'time, min',
    yLabel: 'RR, ms',
    box: { left: 80, top: 50, width: 890, height: 220 },
    x: [(first.atMs - first.rrMs) / 60_000, last.atMs / 60_000],
    y: rangeOf(beats),
  };
  const { x, y } = scaleOf(panel);
  let [dots, crosses, holes] = ['', '', ''];
  beats.forEach(({ atMs, rrMs, segment, class: kind }, i) => {
    const before = beats[i - 1];
    if (before && before.segment !== segment) {
      const [from, to] = [Number(x(before.atMs / 60_000)), Number(x((atMs - rrMs) / 60_000))];
      if (to - from >= 0.5)
        holes +=
          `<rect x="${from}" y="${panel.box.top}" ` +
          `width="${(to - from).toFixed(1)}" height="${panel.box.height}"/>`;
    }
    const at = `M${x(atMs / 60_000)} ${y(Math.min(rrMs, HIGHEST_MS))}`;
    if (kind === 'normal') dots += `${at}h0`;
    else crosses += `${at}m-4-4l8 8m0-8l-8 8`;
  });
  return panelSvg(
    panel,
    `<g fill="${HOLE}">${holes}</g><path d="${dots}" stroke="${TEAL}" stroke-width="2" stroke-linecap="round"/>` +
      `<path d="${crosses}" stroke="${CLAY}" stroke-width="1.5" fill="none"/>`,
  );
}

function lengthPanel({ beats }: RecordingPlot): string {
  const counts = new Map<number, number>();
  for (const { rrMs } of beats) {
    const bin = Math.floor(Math.min(rrMs, HIGHEST_MS) / BIN_MS);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const panel: Panel = {
    title: `How often each length occurs (${BIN_MS} ms a bar)`,
    xLabel: 'RR, ms',
    yLabel: 'intervals',
    box: { left: 80, top: 350, width: 890, height: 140 },
    x: rangeOf(beats),
    y: [0, Math.max(...counts.values())],
  };
  const { x, y } = scaleOf(panel);
  const bars = [...counts].map(
    ([bin, count]) =>
      `<path d="M${x(bin * BIN_MS)} ${y(0)}V${y(count)}H${x((bin + 1) * BIN_MS)}V${y(0)}Z" ` +
      `fill="${TEAL}" fill-opacity="0.6"/>`,
  );
  return panelSvg(panel, bars.join(''));
}

function rangeOf(beats: RecordingPlot['beats']): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const { rrMs } of beats) {
    const shown = Math.min(rrMs, HIGHEST_MS);
    [low, high] = [Math.min(low, shown), Math.max(high, shown)];
  }
  return [Math.floor(low / BIN_MS - 1) * BIN_MS, Math.ceil(high / BIN_MS + 1) * BIN_MS];
}
