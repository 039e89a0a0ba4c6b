import { useRef, useState, type KeyboardEvent } from 'react';
import { FEELINGS, feelingWord, type Feeling } from './feelings.ts';
import { page as words } from './words.ts';

interface FeelingWheelProps {
  readonly chosen: readonly Feeling[];
  readonly onChange: (chosen: readonly Feeling[]) => void;
}

/** The wheel's own units. */
const [SIZE, OUTER, INNER] = [440, 216, 78];
const STEP = 360 / FEELINGS.length;

const at = (degrees: number, radius: number): string => {
  const angle = ((degrees - 90) * Math.PI) / 180;
  return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
};

const sectorPath = (i: number): string => {
  const [from, to] = [i * STEP, (i + 1) * STEP];
  return (
    `M ${at(from, INNER)} L ${at(from, OUTER)} A ${OUTER} ${OUTER} 0 0 1 ${at(to, OUTER)} ` +
    `L ${at(to, INNER)} A ${INNER} ${INNER} 0 0 0 ${at(from, INNER)} Z`
  );
};

/** Twenty-four words around a circle. One stop for the keyboard: arrows move round it, Space chooses. */
export function FeelingWheel({ chosen, onChange }: FeelingWheelProps) {
  const [here, setHere] = useState(0);
  const sectors = useRef<(SVGGElement | null)[]>([]);
  const toggle = (feeling: Feeling): void =>
    onChange(chosen.includes(feeling) ? chosen.filter((one) => one !== feeling) : [...chosen, feeling]);
  const move = (to: number): void => {
    const next = (to + FEELINGS.length) % FEELINGS.length;
    setHere(next);
    sectors.current[next]?.focus();
  };
  const pressed = (event: KeyboardEvent, i: number): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined && event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    if (by === undefined) toggle(FEELINGS[i]!);
    else move(i + by);
  };
  return (
    <svg
      className="wheel"
      viewBox={`${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`}
      role="group"
      aria-label={words.feelings}
      aria-describedby="wheel-hint"
    >
      {FEELINGS.map((feeling, i) => (
        <g
          key={feeling}
          ref={(element) => void (sectors.current[i] = element)}
          className="wheel-sector"
          data-family={Math.floor(i / 3)}
          role="checkbox"
          aria-checked={chosen.includes(feeling)}
          aria-label={feelingWord(feeling)}
          tabIndex={i === here ? 0 : -1}
          onFocus={() => setHere(i)}
          onClick={() => toggle(feeling)}
          onKeyDown={(event) => pressed(event, i)}
        >
          <path d={sectorPath(i)} />
          <SectorWord i={i} feeling={feeling} />
        </g>
      ))}
      <text className="wheel-count" textAnchor="middle" dy="0.35em" aria-hidden="true">
        {chosen.length > 0 ? chosen.length : ''}
      </text>
    </svg>
  );
}

/** Along the sector, never upside down. */
function SectorWord({ i, feeling }: { i: number; feeling: Feeling }) {
  const middle = (i + 0.5) * STEP;
  const left = middle > 180;
  return (
    <text
      transform={`rotate(${middle - 90 + (left ? 180 : 0)}) translate(${left ? -OUTER + 12 : OUTER - 12} 0)`}
      textAnchor={left ? 'start' : 'end'}
      dy="0.35em"
      aria-hidden="true"
    >
      {feelingWord(feeling)}
    </text>
  );
}
