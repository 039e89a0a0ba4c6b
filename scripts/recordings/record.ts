import { frequencyOf, type Instrument } from '../../web/audio/instruments/index.ts';
import { aligned } from './aligned.ts';
import { anotherBurst, anotherTake } from './another-take.ts';
import { frozen, sharpnessOf } from './frozen.ts';
import { grandNote, grandRelease } from './grand.ts';
import { pad } from './pad.ts';
import { repitched } from './repitched.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import { rubbedGlass, sampled } from './sampled.ts';
import { bitten, felted, levelled, oneShot, softened, withoutDc } from './shape.ts';
import { folded, narrowed, SECTION, spread, type Sides } from './sides.ts';
import { fontNote } from './soundfont.ts';
import { WEATHER } from './weather.ts';

/** Seconds after which a held note has settled. */
const SETTLED_S = 0.8;
/** Seconds of a held note by which its pitch is told. */
const HELD_S = 2;
/** Seconds more than wanted, since a recording may begin late. */
const LATE_S = 0.3;
/** Another place to listen from. */
const ELSEWHERE = 100;

/**
 * A recording of one pitch of an instrument, as its source says; in as many channels as it has, the same every time.
 *
 * @param take  which of its recordings, from 0
 */
export async function record(instrument: Instrument, midi: number, take: number): Promise<Sides> {
  const { source, loops, sides: wanted = 1 } = instrument;
  const raw = await played(instrument, midi, take);
  const sides = wanted === 1 ? [folded(raw)] : raw;
  // A loop has no DC and no end; filters that remember its beginning would give it a seam.
  if (loops) return levelled(narrowed(sides));
  const { softenMs, feltHz, biteDb } = source;
  const shaped = oneShot(sides, instrument.lengthS).map((side) => {
    const hard = biteDb === undefined ? side : bitten(side, biteDb);
    const soft = softenMs === undefined ? hard : softened(hard, softenMs);
    return withoutDc(feltHz === undefined ? soft : felted(soft, feltHz));
  });
  return levelled(narrowed(oneShot(shaped, instrument.lengthS)));
}

async function played(instrument: Instrument, midi: number, take: number): Promise<Sides> {
  const { source, loops, lengthS } = instrument;
  switch (source.kind) {
    case 'grand':
      return source.velocity === 'release'
        ? grandRelease(midi)
        : aligned(await grandNote(midi, source.velocity, lengthS + LATE_S));
    case 'pad':
      return pad(source, midi, lengthS);
    case 'noise': {
      const about = WEATHER[source.of](lengthS, ELSEWHERE);
      return spread(
        WEATHER[source.of](lengthS, 0),
        about.map((x) => SECTION * x),
      );
    }
    case 'samples': {
      const names = source.strokes[midi] ?? [];
      const stroke = repitched(await sampled(names[take % names.length]!), source.rates?.[midi] ?? 1);
      return [take < names.length ? stroke : anotherTake(stroke, 10 * midi + take)];
    }
    case 'glass':
      return held(await rubbedGlass(frequencyOf(midi)), instrument, midi);
    case 'font': {
      const seconds = loops ? lengthS + SETTLED_S : Math.max(lengthS, SETTLED_S + HELD_S) + LATE_S;
      const note = await fontNote({ ...source, midi, seconds });
      if (take > 0) return [(source.grains ? anotherBurst : anotherTake)(folded(note), 10 * midi + take)];
      return held(note, instrument, midi);
    }
  }
}

/** What a held note gives: the loop of its colour, or its beginning in tune with that, or the note as it is. */
function held(note: Sides, { loops, lengthS, attackS, pitched, sides }: Instrument, midi: number): Sides {
  const settled = note.map((side) => side.subarray(Math.round(SETTLED_S * SAMPLE_RATE)));
  if (loops) return frozen(settled, lengthS, midi);
  const begins = pitched && sides === 2 && attackS > 0.01;
  if (!begins) return note;
  const sharp = sharpnessOf(settled, HELD_S, midi);
  return note.map((side) => repitched(side, 1 / sharp));
}
