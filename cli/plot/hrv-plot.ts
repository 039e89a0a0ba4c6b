import type { BeatClass } from '../../engine/index.ts';
import type { NnSeries, Psd } from '../../engine/hrv/index.ts';
import { panelSvg, scaleOf, sheet, type Panel } from './svg.ts';

/** What the figure shows: every interval with its class, the accepted series, its spectrum. */
export interface HrvPlot {
  readonly name: string;
  readonly beats: readonly { readonly atMs: number; readonly rrMs: number; readonly class: BeatClass }[];
  readonly series: NnSeries;
  /** Absent where the series is too short for the recipe. */
  readonly psd?: Psd;
  readonly recipe: string;
}

const TEAL = '#0f766e';
const CLAY = '#b4532a';
const BANDS = [
  { name: 'VLF', hz: [0.0033, 0.04], fill: '#e5dcc9' },
  { name: 'LF', hz: [0.04, 0.15], fill: '#cfe3dd' },
  { name: 'HF', hz: [0.15, 0.4], fill: '#d5ddea' },
] as const;

/** Tachogram with artefacts marked, power spectral density with its bands, Poincaré plot, as one SVG. */
export const hrvPlot = (plot: HrvPlot): string =>
  sheet(1000, 700, [tachogramPanel(plot), spectrumPanel(plot), poincarePanel(plot)]);

function tachogramPanel({ name, beats, series }: HrvPlot): string {
  const seconds = beats.map(({ atMs }) => atMs / 1000);
  const panel: Panel = {
    title: `${name}: RR intervals (line: accepted; crosses: artefacts)`,
    xLabel: 'time, s',
    yLabel: 'RR, ms',
    box: { left: 80, top: 50, width: 890, height: 240 },
    x: [seconds[0] ?? 0, seconds.at(-1) ?? 1],
    y: padded(extent(beats.map(({ rrMs }) => Math.min(rrMs, 2500)))),
  };
  const { x, y } = scaleOf(panel);
  let path = '';
  series.atMs.forEach((atMs, i) => {
    const follows = i > 0 && series.segment[i] === series.segment[i - 1];
    path += `${follows ? 'L' : 'M'}${x(atMs / 1000)} ${y(series.nnMs[i]!)}`;
  });
  const crosses = beats
    .filter((beat) => beat.class !== 'normal')
    .map(({ atMs, rrMs }) => `M${x(atMs / 1000)} ${y(Math.min(rrMs, 2500))}m-4-4l8 8m0-8l-8 8`);
  return panelSvg(
    panel,
    `<path d="${path}" fill="none" stroke="${TEAL}"/><path d="${crosses.join('')}" stroke="${CLAY}" stroke-width="2"/>`,
  );
}

function spectrumPanel({ psd, recipe }: HrvPlot): string {
  const bins = psd
    ? Array.from(psd.density, (power, k) => [(psd.firstHz ?? 0) + k * psd.binWidthHz, power] as const)
    : [];
  const seen = bins.filter(([hz]) => hz >= 0.0033 && hz <= 0.4);
  const panel: Panel = {
    title: psd ? `Power spectral density (${recipe})` : 'Too short for a spectrum by this recipe',
    xLabel: 'frequency, Hz',
    yLabel: 'ms²/Hz',
    box: { left: 80, top: 380, width: 500, height: 240 },
    x: [0, 0.4],
    y: [0, Math.max(1, ...seen.map(([, power]) => power))],
  };
  const { x, y } = scaleOf(panel);
  const areas = BANDS.map(({ name, hz, fill }) => {
    const inside = seen.filter(([at]) => at >= hz[0] && at < hz[1]);
    const line = inside.map(([at, power]) => `L${x(at)} ${y(power)}`).join('');
    const [first, last] = [inside[0]?.[0] ?? hz[0], inside.at(-1)?.[0] ?? hz[1]];
    const label = `<text x="${x((hz[0] + hz[1]) / 2)}" y="394" text-anchor="middle">${name}</text>`;
    return `<path d="M${x(first)} ${y(0)}${line}L${x(last)} ${y(0)}Z" fill="${fill}"/>${label}`;
  });
  const outline = seen.map(([at, power], i) => `${i === 0 ? 'M' : 'L'}${x(at)} ${y(power)}`).join('');
  return panelSvg(
    panel,
    `${areas.join('')}<path d="${outline}" fill="none" stroke="${TEAL}" stroke-width="1.5"/>`,
  );
}

function poincarePanel({ series }: HrvPlot): string {
  const range = padded(extent(series.nnMs));
  const panel: Panel = {
    title: 'Poincaré plot',
    xLabel: 'NN, ms',
    yLabel: 'next NN, ms',
    box: { left: 690, top: 380, width: 280, height: 240 },
    x: range,
    y: range,
  };
  const { x, y } = scaleOf(panel);
  let dots = '';
  for (let i = 1; i < series.nnMs.length; i++) {
    if (series.segment[i] !== series.segment[i - 1]) continue;
    dots += `<circle cx="${x(series.nnMs[i - 1]!)}" cy="${y(series.nnMs[i]!)}" r="2"/>`;
  }
  return panelSvg(panel, `<g fill="${TEAL}" fill-opacity="0.45">${dots}</g>`);
}

function extent(values: Iterable<number>): [number, number] {
  let [min, max] = [Infinity, -Infinity];
  for (const value of values) [min, max] = [Math.min(min, value), Math.max(max, value)];
  return min > max ? [0, 1] : [min, max];
}

const padded = ([min, max]: readonly [number, number]): [number, number] => {
  const by = (max - min) * 0.06 || 10;
  return [min - by, max + by];
};
