import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Loudness {
  /** LUFS. */
  readonly integratedLufs: number;
  /** dBTP. */
  readonly truePeakDb: number;
}

interface Meter {
  readonly memory: WebAssembly.Memory;
  __wbindgen_malloc(bytes: number): number;
  ebur128_integrated_stereo(rate: number, left: number, n: number, right: number, m: number): number;
  ebur128_true_peak_stereo(rate: number, left: number, n: number, right: number, m: number): number;
}

let meter: Promise<Meter> | undefined;

/** The wasm of ebur128-wasm without its glue, which wants a bundler. */
async function load(): Promise<Meter> {
  const bytes = readFileSync(require.resolve('ebur128-wasm/ebur128_wasm_bg.wasm'));
  const module = await WebAssembly.compile(bytes);
  const glue = Object.fromEntries(WebAssembly.Module.imports(module).map(({ name }) => [name, () => 0]));
  const instance = await WebAssembly.instantiate(module, { './ebur128_wasm_bg.js': glue });
  return instance.exports as unknown as Meter;
}

/** Loudness of two sides by the Rust port of libebur128: the meter that ours is held against. */
export async function ebur128(sides: readonly Float32Array[], sampleRate: number): Promise<Loudness> {
  const wasm = await (meter ??= load());
  const read = (what: 'ebur128_integrated_stereo' | 'ebur128_true_peak_stereo'): number => {
    // The callee frees what it is given.
    const [left, right] = [sides[0]!, sides[1]!].map((side) => {
      const at = wasm.__wbindgen_malloc(4 * side.length);
      new Float32Array(wasm.memory.buffer).set(side, at / 4);
      return at;
    });
    return wasm[what](sampleRate, left!, sides[0]!.length, right!, sides[1]!.length);
  };
  return {
    integratedLufs: read('ebur128_integrated_stereo'),
    truePeakDb: read('ebur128_true_peak_stereo'),
  };
}
