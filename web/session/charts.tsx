import { useCallback } from 'react';
import type { Observable } from 'rxjs';
import type uPlot from 'uplot';
import type { SessionPicture } from './session-picture.ts';
import { arousalText, heartText } from './words/session-sentence.ts';
import { session as words } from './words/screens.ts';
import { minutes } from './words/session-line.ts';
import { arousalColumns, heartColumns, type Span } from './chart-columns.ts';
import type { Palette } from '../kit/palette.ts';
import { Trace } from '../kit/trace.tsx';

interface ChartProps {
  readonly picture: SessionPicture;
  readonly drawn$?: Observable<void> | undefined;
  /** The part that is shown, read at each drawing. Must be stable. */
  readonly span: () => Span;
  readonly height?: number;
  /** Said instead of the picture's own words, where these would change too often. */
  readonly text?: string;
}

/** Beat-to-beat heart rate; what the strap sent that is no sound beat is a faint mark at the lower edge. */
export function HeartChart({ picture, drawn$, span, height = 140, text }: ChartProps) {
  const data = useCallback(() => heartColumns(picture, span()), [picture, span]);
  const options = useCallback((colors: Palette) => heartOptions(colors, picture, span), [picture, span]);
  return <Trace text={text ?? heartText(picture.heart)} {...{ height, data, options, drawn$ }} />;
}

/** Arousal 0–100 with its band of one standard deviation, and the level that was aimed at. */
export function ArousalChart({ picture, drawn$, span, height = 140, text }: ChartProps) {
  const data = useCallback(() => arousalColumns(picture, span()), [picture, span]);
  const options = useCallback((colors: Palette) => arousalOptions(colors, picture, span), [picture, span]);
  return <Trace text={text ?? arousalText(picture.arousal)} {...{ height, data, options, drawn$ }} />;
}

type Options = Omit<uPlot.Options, 'width' | 'height'>;

const heartOptions = (colors: Palette, picture: SessionPicture, span: () => Span): Options => ({
  ...shared(colors, picture, span),
  scales: {
    ...timeScale(span),
    y: { range: (_plot, low, high) => roomy(low, high) },
    share: { range: [0, 1] },
  },
  series: [
    {},
    { label: words.heart, stroke: colors.accent, width: 1.75, points: { show: false } },
    {
      ...{ label: words.artefacts, scale: 'share', stroke: 'transparent' },
      points: { show: true, size: 4, width: 0, fill: colors.soft },
    },
  ],
});

const arousalOptions = (colors: Palette, picture: SessionPicture, span: () => Span): Options => ({
  ...shared(colors, picture, span),
  scales: { ...timeScale(span), y: { range: [0, 100] } },
  bands: [{ series: [1, 2], fill: colors.wash }],
  series: [
    {},
    { label: words.upper, stroke: 'transparent', points: { show: false } },
    { label: words.lower, stroke: 'transparent', points: { show: false } },
    { label: words.arousal, stroke: colors.accent, width: 1.75, points: { show: false } },
    { label: words.target, stroke: colors.ink, width: 1.25, dash: [3, 5], points: { show: false } },
  ],
});

const shared = (colors: Palette, picture: SessionPicture, span: () => Span) => ({
  legend: { show: false },
  cursor: { show: false },
  padding: [8, 20, 0, 0] as uPlot.Padding,
  axes: [
    {
      stroke: colors.soft,
      grid: { show: false },
      ticks: { show: false },
      size: 32,
      gap: 9,
      font: FONT,
      space: 70,
      values: (_plot: uPlot, at: number[]) => at.map((s) => minutes(Math.max(0, s - picture.startMs / 1000))),
      splits: () => clockSplits(span(), picture.startMs),
    },
    {
      stroke: colors.soft,
      grid: { stroke: colors.line, width: 1 },
      ticks: { show: false },
      size: 36,
      font: FONT,
      space: 34,
    },
  ],
});

const FONT = '12px system-ui, sans-serif';

const timeScale = (span: () => Span) => ({
  x: { time: false, range: (): [number, number] => [span().fromMs / 1000, span().toMs / 1000] },
});

/** At least 20 bpm high, so that a calm heart looks calm; unknown: a plain resting range. */
function roomy(low: number | null, high: number | null): [number, number] {
  if (low === null || high === null) return [50, 100];
  const middle = (low + high) / 2;
  const half = Math.max(10, (high - low) / 2 + 3);
  return [Math.floor(middle - half), Math.ceil(middle + half)];
}

/** Every half minute, or every few minutes where the span is long; counted from the session's start. */
function clockSplits({ fromMs, toMs }: Span, startMs: number): number[] {
  const stepS = toMs - fromMs <= 150_000 ? 30 : toMs - fromMs <= 360_000 ? 60 : 180;
  const splits: number[] = [];
  for (let s = 0; startMs / 1000 + s <= toMs / 1000; s += stepS) {
    if (startMs / 1000 + s >= fromMs / 1000) splits.push(startMs / 1000 + s);
  }
  return splits;
}
