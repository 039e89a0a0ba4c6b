import { linesOf, textOf, type Invitation } from './invitation.ts';

/** The picture's sides, pixels: as tall as a phone shows whole. */
export const [WIDTH, HEIGHT] = [1080, 1350] as const;

const [MARGIN, BOTTOM] = [120, 330] as const;
/** The largest letters that fit are taken, px. */
const SIZES = [64, 58, 52, 46, 40, 34, 28];
/** Always as by day: a card is read anywhere. Sand, ink and teal of `tokens.css`. */
const [PAPER, INK, TEAL] = ['#f4ede1', '#14202b', '#0b615b'] as const;

/** Draws the card: the words, and a calm line of waves below. */
export function drawCard(to: CanvasRenderingContext2D, invitation: Invitation): void {
  to.fillStyle = PAPER;
  to.fillRect(0, 0, WIDTH, HEIGHT);
  drawWaves(to);
  to.fillStyle = INK;
  to.textBaseline = 'top';
  const text = textOf(invitation);
  for (const size of SIZES) {
    to.font = `${size}px "Source Serif 4", serif`;
    const lines = linesOf(text, WIDTH - 2 * MARGIN, (line) => to.measureText(line).width);
    const lineHeight = 1.42 * size;
    if (lines.length * lineHeight > HEIGHT - MARGIN - BOTTOM && size !== SIZES.at(-1)) continue;
    lines.forEach((line, i) => to.fillText(line, MARGIN, MARGIN + i * lineHeight));
    return;
  }
}

/** Two voices, side by side. */
function drawWaves(to: CanvasRenderingContext2D): void {
  to.strokeStyle = TEAL;
  to.lineWidth = 5;
  to.lineCap = 'round';
  for (const [phase, alpha] of [
    [0, 1],
    [0.9, 0.45],
  ] as const) {
    to.globalAlpha = alpha;
    to.beginPath();
    for (let x = MARGIN; x <= WIDTH - MARGIN; x += 4) {
      const along = (x - MARGIN) / (WIDTH - 2 * MARGIN);
      const y = HEIGHT - 190 + 46 * Math.sin(Math.PI * along) * Math.sin(2 * Math.PI * 3 * along + phase);
      // The first one begins the line.
      to.lineTo(x, y);
    }
    to.stroke();
  }
  to.globalAlpha = 1;
}
