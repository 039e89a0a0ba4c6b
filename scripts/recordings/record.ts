import type { Instrument } from '../../web/audio/instruments/index.ts';
import { fontNote } from './soundfont.ts';
import { frozen } from './frozen.ts';
import { grandNote } from './grand.ts';
import { pad } from './pad.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import { felted, levelled, oneShot, softened, withoutDc } from './shape.ts';
import { WEATHER } from './weather.ts';

/** Seconds after which a held note has settled. */
const SETTLED_S = 0.8;

/** The recording of one pitch of an instrument, as its source says; mono, the same every time. */
export async function record(instrument: Instrument, midi: number): Promise<Float32Array<ArrayBuffer>> {
  const { source, loops } = instrument;
  const raw = await played(instrument, midi);
  // A loop has no DC and no end; filters that remember its beginning would give it a seam.
  if (loops) return levelled(raw);
  const soft = source.softenMs === undefined ? raw : softened(raw, source.softenMs);
  const dull = source.feltHz === undefined ? soft : felted(soft, source.feltHz);
  return levelled(oneShot(withoutDc(dull), instrument.lengthS));
}

async function played(
  { source, loops, lengthS }: Instrument,
  midi: number,
): Promise<Float32Array<ArrayBuffer>> {
  switch (source.kind) {
    case 'grand':
      return oneShot(await grandNote(midi), lengthS);
    case 'pad':
      return pad(source, midi, lengthS);
    case 'noise':
      return WEATHER[source.of](lengthS);
    case 'font': {
      const note = await fontNote({ ...source, midi, seconds: lengthS + SETTLED_S });
      return loops
        ? frozen(note.subarray(Math.round(SETTLED_S * SAMPLE_RATE)), lengthS, midi)
        : oneShot(note, lengthS);
    }
  }
}
