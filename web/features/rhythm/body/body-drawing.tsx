import type { Place } from './cards.ts';

/** Where the hands and the foot are in each drawing, and where the sound comes from. */
const POSES: Readonly<
  Record<Place, { readonly limbs: readonly string[]; readonly sound: readonly string[] }>
> = {
  clap: {
    limbs: [
      'M38 45 Q26 52 33 62 Q40 66 47 61',
      'M62 45 Q74 52 67 62 Q60 66 53 61',
      'M42 80 L40 112',
      'M58 80 L60 112',
    ],
    sound: ['M50 50 V44', 'M43 53 L39 48', 'M57 53 L61 48'],
  },
  chest: {
    limbs: ['M38 45 Q24 58 34 66 Q42 64 48 57', 'M62 45 Q72 60 68 78', 'M42 80 L40 112', 'M58 80 L60 112'],
    sound: ['M57 50 Q62 55 57 61', 'M62 46 Q70 55 62 66'],
  },
  lap: {
    limbs: ['M38 46 Q27 62 37 82', 'M62 46 Q73 62 63 82', 'M42 78 Q24 84 30 112', 'M58 78 Q76 84 70 112'],
    sound: ['M30 76 L25 72', 'M70 76 L75 72', 'M28 84 L22 84', 'M72 84 L78 84'],
  },
  stamp: {
    limbs: ['M38 45 Q30 60 32 76', 'M62 45 Q70 60 68 76', 'M42 80 L40 112', 'M58 80 Q72 88 68 100 L70 110'],
    sound: ['M62 118 H80', 'M58 114 L54 110', 'M84 114 L88 110'],
  },
};

/** A person of a few lines, and where the sound is made. Says nothing that the words beside it do not. */
export const BodyDrawing = ({ place }: { place: Place }) => {
  const { limbs, sound } = POSES[place];
  return (
    <svg className="body-drawing" viewBox="10 4 80 120" aria-hidden="true">
      <circle cx="50" cy="22" r="12" />
      <path className="body-trunk" d="M38 45 Q50 36 62 45 L59 80 Q50 84 41 80 Z" />
      {limbs.map((d) => (
        <path key={d} d={d} />
      ))}
      <g className="body-sound">
        {sound.map((d) => (
          <path key={d} d={d} />
        ))}
      </g>
    </svg>
  );
};
