import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { decoded } from './decoded.ts';
import { repitched } from './repitched.ts';
import { folded, type Sides } from './sides.ts';

const require = createRequire(import.meta.url);

const FOLDER = join(dirname(require.resolve('supersonic-scsynth-samples/package.json')), 'samples');
/** Pitch of the rubbed glass, Hz, by its first partial. */
const GLASS_HZ = 733.4;

const fileOf = (name: string): Promise<Sides> => decoded(join(FOLDER, `${name}.flac`));

/** One of the Sonic Pi samples (CC0), in the middle. */
export const sampled = async (name: string): Promise<Float32Array<ArrayBuffer>> => folded(await fileOf(name));

/** A wet finger on the rim of a glass, at another pitch. */
export const rubbedGlass = async (hz: number): Promise<Sides> =>
  (await fileOf('ambi_glass_rub')).map((side) => repitched(side, hz / GLASS_HZ));
