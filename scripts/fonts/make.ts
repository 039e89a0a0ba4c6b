import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** Where `fonts.css` and the page look for them; not kept in the repository. */
export const FONTS = join(import.meta.dirname, '../../web/kit/fonts');
const PACKAGES = join(import.meta.dirname, '../../node_modules');

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

/**
 * Latin-1, so that German, French or Spanish names of own music have their letters, and the signs that the app writes
 * with. What else somebody's file is called comes letter by letter from the system's fonts.
 */
export const CHARACTERS = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}–—‘’‚“”„…−→×·•′″≤≥€`;

interface Font {
  readonly name: string;
  readonly source: string;
  /** What the styles use of it, as in `fonts.css`. */
  readonly weight: number | { readonly min: number; readonly max: number };
}

const FONTS_USED: readonly Font[] = [
  { name: 'source-sans-3', source: sourceOf('source-sans-3'), weight: { min: 400, max: 600 } },
  { name: 'source-serif-4', source: sourceOf('source-serif-4'), weight: 400 },
];

function sourceOf(name: string): string {
  return join(PACKAGES, `@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`);
}

/** Cuts the page's fonts down to what it shows. What has not changed is not made again. */
export async function makeFonts(): Promise<void> {
  mkdirSync(FONTS, { recursive: true });
  const code = readFileSync(import.meta.filename);
  for (const { name, source, weight } of FONTS_USED) {
    const font = readFileSync(source);
    const stamp = createHash('sha256').update(code).update(font).digest('hex');
    const [file, stampFile] = [join(FONTS, `${name}.woff2`), join(FONTS, `${name}.made`)];
    if (existsSync(file) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue;
    const made = await subsetFont(font, CHARACTERS, {
      targetFormat: 'woff2',
      variationAxes: { wght: weight },
      keepFeatures: ['kern', 'liga', 'tnum'],
    });
    // Two builds at a time do no harm: each file appears whole.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, made);
    renameSync(draft, file);
    writeFileSync(stampFile, stamp);
  }
}
