import { useEffect, useRef } from 'react';
import type { LaidBar, PracticeViewModel } from './practice-view-model.ts';
import { BEATS } from './plan.ts';
import { practice as words } from './words.ts';

/** Units of the drawing; it is scaled to whatever room there is. */
const [SIZE, RADIUS] = [400, 176];
/** How long a tap stays to be seen, seconds. */
const STAYS_S = 2.4;

/** The bar as a circle, its first beat on top: places to tap, a light that goes round, a dot for each tap. */
export function BarRing({ practice }: { practice: PracticeViewModel }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen) return undefined;
    const style = getComputedStyle(element);
    const [line, accent, ink] = ['--line-strong', '--accent', '--ink'].map((name) =>
      style.getPropertyValue(name),
    );
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const sharp = Math.min(3, devicePixelRatio);
    element.width = element.height = SIZE * sharp;
    pen.scale(sharp, sharp);
    pen.translate(SIZE / 2, SIZE / 2);
    let frame = 0;
    const draw = (): void => {
      const { heardS, bar, tapsS } = practice.moment();
      pen.clearRect(-SIZE / 2, -SIZE / 2, SIZE, SIZE);
      const colours = { line: line!, accent: accent!, ink: ink! };
      drawRing(pen, colours);
      if (bar) {
        const beat = (heardS - bar.atS) / bar.beatS;
        drawPlaces(pen, { bar, beat, ...colours });
        if (!still && beat >= 0) drawLight(pen, beat, colours.accent);
        drawTaps(pen, { bar, heardS, tapsS, ...colours });
      }
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [practice]);
  return <canvas ref={canvas} className="bar-ring" role="img" aria-label={words.picture} />;
}

interface Colours {
  readonly line: string;
  readonly accent: string;
  readonly ink: string;
}

const at = (beat: number, radius = RADIUS): [x: number, y: number] => {
  const angle = (2 * Math.PI * beat) / BEATS - Math.PI / 2;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
};

function disc(pen: CanvasRenderingContext2D, [x, y]: [number, number], radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}

function drawRing(pen: CanvasRenderingContext2D, { line }: Colours): void {
  pen.globalAlpha = 0.5;
  pen.strokeStyle = line;
  pen.lineWidth = 1.5;
  disc(pen, [0, 0], RADIUS);
  pen.stroke();
  pen.globalAlpha = 1;
}

/** Beats as dots that swell as they are heard; places of the person's own as rings about them. */
function drawPlaces(
  pen: CanvasRenderingContext2D,
  { bar, beat, line, accent }: { bar: LaidBar; beat: number } & Colours,
): void {
  const heard = new Map<number, number>();
  for (const { beat: on, gain } of bar.strokes) heard.set(on, Math.max(heard.get(on) ?? 0, gain));
  for (const [on, gain] of heard) {
    const since = beat - on;
    const swell = since >= 0 && since < 0.5 ? 1 - 2 * since : 0;
    pen.fillStyle = swell > 0 ? accent : line;
    pen.globalAlpha = 0.35 + 0.65 * Math.min(1, gain + swell);
    disc(pen, at(on), 5 + 5 * Math.min(1, gain) + 9 * swell);
    pen.fill();
  }
  pen.globalAlpha = 0.8;
  pen.strokeStyle = accent;
  pen.lineWidth = 2;
  if (bar.role !== 'answer' && bar.places.length <= 6)
    for (const on of bar.places) {
      disc(pen, at(on), 15);
      pen.stroke();
    }
  pen.globalAlpha = 1;
}

function drawLight(pen: CanvasRenderingContext2D, beat: number, accent: string): void {
  pen.strokeStyle = accent;
  const [steps, each] = [36, 0.022];
  for (let i = 0; i < steps; i++) {
    pen.globalAlpha = 0.85 * (1 - i / steps) ** 2;
    pen.lineWidth = 7 * (1 - i / steps);
    pen.beginPath();
    const to = (2 * Math.PI * beat) / BEATS - Math.PI / 2 - i * each;
    pen.arc(0, 0, RADIUS, to - each, to);
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/** Taps just within the circle, fading. */
function drawTaps(
  pen: CanvasRenderingContext2D,
  { bar, heardS, tapsS, ink }: { bar: LaidBar; heardS: number; tapsS: readonly number[] } & Colours,
): void {
  pen.fillStyle = ink;
  for (const tap of tapsS) {
    const age = (heardS - tap) / STAYS_S;
    if (age < 0 || age > 1) continue;
    pen.globalAlpha = 0.85 * (1 - age);
    disc(pen, at((tap - bar.atS) / bar.beatS, RADIUS - 26), 6);
    pen.fill();
  }
  pen.globalAlpha = 1;
}
