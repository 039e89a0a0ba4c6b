import { language } from '../../kit/language.ts';
import { chordName, chordSaid, type Chord } from './theory/chord.ts';
import { fingeringOf, keysOf, type Fretted, type InstrumentKind } from './theory/fingering.ts';
import { chords as words } from './words.ts';

interface ChordDiagramProps {
  readonly chord: Chord;
  readonly kind: InstrumentKind;
  readonly left: boolean;
}

/** How a chord is taken: strings, frets and fingers, or keys. */
export const ChordDiagram = ({ chord, kind, left }: ChordDiagramProps) =>
  kind === 'keyboard' ? <Keys chord={chord} left={left} /> : <Frets chord={chord} kind={kind} left={left} />;

const [TOP, GAP, FRETS] = [26, 22, 4];
const SIDE = 18;

function Frets({ chord, kind, left }: ChordDiagramProps & { kind: Fretted }) {
  const { frets, fingers, barre } = fingeringOf(chord, kind);
  const highest = Math.max(...frets.map((fret) => fret ?? 0));
  const first =
    highest <= FRETS ? 1 : Math.min(...frets.filter((fret) => fret !== undefined && fret > 0).map(Number));
  const count = frets.length;
  const width = (count - 1) * GAP + 2 * SIDE;
  const height = TOP + FRETS * 27 + 10;
  // The mirror image of a right-handed neck, its numbers not mirrored.
  const x = (string: number): number => SIDE + GAP * (left ? count - 1 - string : string);
  const y = (fret: number): number => TOP + (fret - first + 0.5) * 27;
  const end = TOP + FRETS * 27;
  return (
    <svg
      className="chord-diagram"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={fretsSaid(chord, kind)}
    >
      {Array.from({ length: FRETS + 1 }, (_, i) => (
        <path
          key={`fret ${i}`}
          className={i === 0 && first === 1 ? 'chord-nut' : 'chord-fret'}
          d={`M${SIDE} ${TOP + i * 27}H${width - SIDE}`}
        />
      ))}
      {frets.map((_, string) => (
        <path key={`string ${string}`} className="chord-string" d={`M${x(string)} ${TOP}V${end}`} />
      ))}
      {first > 1 && (
        <text
          className="chord-place"
          x={left ? width - 2 : 2}
          y={y(first) + 4}
          textAnchor={left ? 'end' : 'start'}
        >
          {first}
        </text>
      )}
      {barre && <path className="chord-barre" d={`M${x(barre.from)} ${y(barre.fret)}H${x(barre.to)}`} />}
      {frets.map((fret, string) =>
        fret === undefined ? (
          <path key={string} className="chord-silent" d={`M${x(string) - 4} ${TOP - 15}l8 8m0 -8l-8 8`} />
        ) : fret === 0 ? (
          <circle key={string} className="chord-open" cx={x(string)} cy={TOP - 11} r="4.5" />
        ) : (
          <g key={string}>
            <circle className="chord-dot" cx={x(string)} cy={y(fret)} r="9.5" />
            <text className="chord-finger" x={x(string)} y={y(fret) + 4.2} textAnchor="middle">
              {fingers[string]}
            </text>
          </g>
        ),
      )}
    </svg>
  );
}

/** A diagram in words, string by string. */
function fretsSaid(chord: Chord, kind: Fretted): string {
  const { frets, fingers } = fingeringOf(chord, kind);
  const strings = frets.map((fret, string) => {
    const name = words.strings[kind][string]!;
    if (fret === undefined) return `${name} ${words.silent}`;
    if (fret === 0) return `${name} ${words.open}`;
    return `${name} ${words.fret.replace('#', String(fret))}, ${words.finger.replace('#', String(fingers[string]))}`;
  });
  return `${chordSaid(chord, language)}: ${strings.join('; ')}`;
}

const WHITE = [0, 2, 4, 5, 7, 9, 11];
const LOW = 60;
const WHITES = 14;
const KEY = 15;
/** Which fingers take three keys, and four, with the right hand. */
const FINGERS: Readonly<Record<number, readonly number[]>> = { 3: [1, 3, 5], 4: [1, 2, 3, 5] };

function Keys({ chord, left }: Omit<ChordDiagramProps, 'kind'>) {
  const held = keysOf(chord);
  const right = FINGERS[held.length]!;
  const fingers = left ? right.map((finger) => 6 - finger) : right;
  const white = Array.from({ length: WHITES }, (_, i) => LOW + 12 * Math.floor(i / 7) + WHITE[i % 7]!);
  const black = white.flatMap((midi, i) =>
    [4, 11].includes(midi % 12) || i === WHITES - 1 ? [] : [{ midi: midi + 1, x: (i + 1) * KEY - 4.5 }],
  );
  const finger = (midi: number): number | undefined => fingers[held.indexOf(midi)];
  const names = held.map((midi) => chordName({ root: midi % 12, quality: 'major' }, language));
  return (
    <svg
      className="chord-diagram chord-keys"
      viewBox={`-1 -1 ${WHITES * KEY + 2} 82`}
      role="img"
      aria-label={`${chordSaid(chord, language)}: ${words.keys} ${names.join(', ')}`}
    >
      {white.map((midi, i) => (
        <g key={midi}>
          <rect
            className="chord-white"
            data-held={held.includes(midi)}
            x={i * KEY}
            y="0"
            width={KEY}
            height="80"
            rx="2"
          />
          {held.includes(midi) && (
            <text className="chord-key-finger" x={(i + 0.5) * KEY} y="71" textAnchor="middle">
              {finger(midi)}
            </text>
          )}
        </g>
      ))}
      {black.map(({ midi, x }) => (
        <g key={midi}>
          <rect
            className="chord-black"
            data-held={held.includes(midi)}
            x={x}
            y="0"
            width="9"
            height="50"
            rx="1.5"
          />
          {held.includes(midi) && (
            <text className="chord-key-finger" x={x + 4.5} y="43" textAnchor="middle">
              {finger(midi)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
