import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { paletteOf, type Palette } from '../../../kit/palette.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import type { Tune } from '../tunes/tune.ts';
import { sing as words } from '../words.ts';
import { laneOf, type Lane } from './lane.ts';
import type { SingViewModel, Sung } from './sing-view-model.ts';

/** Beats that are seen at most and at least, pixels that one needs, and the share of the picture that is past. */
const [MOST_BEATS, LEAST_BEATS, BEAT_PX, PAST] = [9, 4, 64, 0.22];
const HEIGHT = 240;
/** Room for two rows of syllables below. */
const WORDS = 56;

/** The tune moving past a still line, the voice as a soft one. Where motion is not wanted, it is turned like pages. */
export function LanePicture({ sing, tune }: { sing: SingViewModel; tune: Tune }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useComputedColorScheme('light');
  const { transpose } = useBehavior(sing.settings$);
  useEffect(() => {
    const target = canvas.current!;
    const palette = paletteOf(target, scheme);
    const lane = laneOf(tune, transpose);
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const paint = (): void => {
      const beat = sing.beat() ?? 0;
      const seen = Math.max(LEAST_BEATS, Math.min(MOST_BEATS, target.clientWidth / BEAT_PX));
      const turned = Math.floor(Math.max(0, beat) / Math.floor(seen)) * Math.floor(seen);
      const from = still ? turned : beat - PAST * seen;
      drawLane(target, { lane, palette, from, seen, beat, sung: sing.sung() });
    };
    let frame = 0;
    const turn = (): void => {
      paint();
      frame = requestAnimationFrame(turn);
    };
    const goes = sing.going$.subscribe((going) => {
      cancelAnimationFrame(frame);
      if (going === 'count-in' || going === 'on') turn();
      else paint();
    });
    const resizing = new ResizeObserver(paint);
    resizing.observe(target);
    void document.fonts.ready.then(paint);
    return () => {
      goes.unsubscribe();
      cancelAnimationFrame(frame);
      resizing.disconnect();
    };
  }, [sing, tune, transpose, scheme]);
  return <canvas className="sing-lane" ref={canvas} role="img" aria-label={words.lane(tune.title)} />;
}

interface Drawing {
  readonly lane: Lane;
  readonly palette: Palette;
  /** The beat at the left edge. */
  readonly from: number;
  readonly seen: number;
  readonly beat: number;
  readonly sung: readonly Sung[];
}

function drawLane(canvas: HTMLCanvasElement, { lane, palette, from, seen, beat, sung }: Drawing): void {
  const width = canvas.clientWidth;
  const scale = Math.min(2, devicePixelRatio);
  if (canvas.width !== Math.round(width * scale)) canvas.width = Math.round(width * scale);
  canvas.height = HEIGHT * scale;
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  const x = (at: number): number => ((at - from) / seen) * width;
  const y = (midi: number): number =>
    10 + ((lane.high - midi) / (lane.high - lane.low)) * (HEIGHT - WORDS - 20);
  drawTones(context, { lane, palette, x, y, beat });
  drawVoice(context, { sung, palette, x, y });
  context.strokeStyle = palette.ink;
  context.globalAlpha = 0.35;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x(beat), 6);
  context.lineTo(x(beat), HEIGHT - WORDS + 4);
  context.stroke();
  context.globalAlpha = 1;
}

interface Placing {
  readonly palette: Palette;
  readonly x: (beat: number) => number;
  readonly y: (midi: number) => number;
}

function drawTones(
  context: CanvasRenderingContext2D,
  { lane, palette, x, y, beat }: Placing & { lane: Lane; beat: number },
): void {
  const thick = lane.kind === 'tune' ? 13 : 5;
  context.font = `17px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textBaseline = 'alphabetic';
  const rowEnds = [-Infinity, -Infinity];
  for (const { midi, atBeat, beats, syllable } of lane.tones) {
    const [left, right] = [x(atBeat), x(atBeat + beats)];
    if (right < -40 || left > context.canvas.clientWidth + 40) continue;
    const isNow = beat >= atBeat && beat < atBeat + beats;
    context.fillStyle = palette.accent;
    context.globalAlpha = lane.kind === 'chords' ? (isNow ? 0.55 : 0.28) : isNow ? 0.95 : 0.42;
    context.beginPath();
    context.roundRect(left + 1, y(midi) - thick / 2, Math.max(4, right - left - 3), thick, thick / 2);
    context.fill();
    context.globalAlpha = 1;
    context.fillStyle = isNow ? palette.ink : palette.soft;
    if (syllable === '') continue;
    // One that would lie over the last one stands a row lower.
    const row = left > rowEnds[0]! ? 0 : 1;
    rowEnds[row] = left + context.measureText(syllable).width + 6;
    context.fillText(syllable, left + 1, HEIGHT - 34 + 22 * row);
  }
}

/** Further apart, and it is another breath. Beats, semitones. */
const [BREATH_BEATS, LEAP] = [0.5, 7];

function drawVoice(
  context: CanvasRenderingContext2D,
  { sung, palette, x, y }: Placing & { sung: readonly Sung[] },
): void {
  context.strokeStyle = palette.ink;
  context.lineWidth = 3.5;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.globalAlpha = 0.6;
  context.beginPath();
  sung.forEach((one, i) => {
    const before = sung[i - 1];
    const goesOn = before && one.beat - before.beat < BREATH_BEATS && Math.abs(one.midi - before.midi) < LEAP;
    if (goesOn) context.lineTo(x(one.beat), y(one.midi));
    else context.moveTo(x(one.beat), y(one.midi));
  });
  context.stroke();
  context.globalAlpha = 1;
}
