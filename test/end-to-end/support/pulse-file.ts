import { writeFile } from 'node:fs/promises';
import { chance } from '../../../engine/maths/random.ts';

const [WIDTH, HEIGHT, FPS] = [64, 48, 30];

/**
 * Writes a Y4M video of a finger on a lens for Chromium's pretended camera, which plays it again and again.
 *
 * @param bpm  so that whole beats fit 20 s: a multiple of 3
 */
export async function writePulseFile(path: string, bpm: number): Promise<void> {
  const next = chance(1);
  const chroma = (WIDTH * HEIGHT) / 4;
  const parts: Uint8Array[] = [text(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FPS}:1 Ip A1:1 C420jpeg\n`)];
  for (let i = 0; i < 20 * FPS; i++) {
    const beat = ((i / FPS) * bpm) / 60;
    const wave = Math.cos(2 * Math.PI * beat) + 0.4 * Math.cos(4 * Math.PI * beat + 0.6);
    const [red, green, blue] = [170 * (1 - 0.01 * wave), 46 * (1 - 0.05 * wave), 30 * (1 - 0.03 * wave)];
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    // Grain, so that what is finer than a step of brightness is in the mean.
    const grain = (value: number) => (): number => Math.round(value + 4 * (next() - 0.5));
    const frame = new Uint8Array(WIDTH * HEIGHT + 2 * chroma);
    const [y, u, v] = [luma, 128 + 0.564 * (blue - luma), 128 + 0.713 * (red - luma)].map(grain);
    for (let p = 0; p < frame.length; p++)
      frame[p] = p < WIDTH * HEIGHT ? y!() : p < WIDTH * HEIGHT + chroma ? u!() : v!();
    parts.push(text('FRAME\n'), frame);
  }
  await writeFile(path, Buffer.concat(parts));
}

const text = (line: string): Uint8Array => new TextEncoder().encode(line);
