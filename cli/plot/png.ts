import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

/** Pixels for each unit of the drawing: sharp on today's screens and in print at 15 cm. */
const PIXELS_A_UNIT = 2;

const FONT = 'DejaVu Sans';

/**
 * A figure of ours as PNG. Text is set in DejaVu Sans, which comes with the package, so
 * the picture is the same on every machine.
 * @throws Error  `svg` is no drawing
 */
export function pngOf(svg: string): Uint8Array {
  const require = createRequire(import.meta.url);
  const fontFiles = [
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
  ];
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: PIXELS_A_UNIT },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: FONT, sansSerifFamily: FONT },
  });
  return drawing.render().asPng();
}
