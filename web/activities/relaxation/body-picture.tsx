import type { PictureProps } from '../../session/script/guided-view.tsx';
import './body.css';

/** A person who lies on their back, seen from the side, head on the left. */
const BODY =
  'M52 160 C51 139 62 124 80 121 C87 120 90 115 95 114.5 C100 114 101 119 106 121 C112 123 117 126 121 131 ' +
  'C124 137 131 143 140 141 C152 138 164 124 190 118 C218 112 240 116 262 127 C284 137 304 141 326 139 ' +
  'C352 137 376 128 402 119 C424 111 440 110 454 117 C484 134 514 152 544 160 C552 161 555 150 560 136 ' +
  'C564 124 578 126 579 140 C580 160 587 178 583 188 C580 196 564 197 548 194 C516 188 482 178 452 164 ' +
  'C430 168 404 184 374 192 C340 199 300 198 266 194 C224 197 182 196 150 186 C136 180 124 186 106 188 ' +
  'C76 190 54 182 52 160 Z';
const ARM = 'M176 148 C196 166 220 174 250 176 C276 178 300 178 324 180';

interface Light {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** Where the light lies in each phase; in every other one over all of the body. */
const LIGHT: Readonly<Record<string, Light>> = {
  settle: { x: 300, y: 206, r: 330 },
  breath: { x: 214, y: 140, r: 118 },
  hands: { x: 322, y: 176, r: 84 },
  shoulders: { x: 166, y: 146, r: 92 },
  face: { x: 92, y: 142, r: 84 },
};

/**
 * Where one is, as light that wanders over a lying body and stays a little where it has been. Decoration: the heading
 * and the sentence say the same.
 */
export function BodyPicture({ script: { phases }, place: { phase }, sentence }: PictureProps) {
  const now = phases[phase]!.id;
  return (
    <svg
      className="body-picture"
      viewBox="0 50 640 180"
      aria-hidden="true"
      data-phase={now}
      data-muscles={sentence?.muscles}
    >
      <defs>
        <radialGradient id="body-light">
          <stop offset="0" stopColor="var(--accent)" stopOpacity="1" />
          <stop offset="0.45" stopColor="var(--accent)" stopOpacity="0.62" />
          <stop offset="1" stopColor="var(--accent)" stopOpacity="0" />
        </radialGradient>
        <clipPath id="body-outline">
          <path d={BODY} />
        </clipPath>
      </defs>
      <Halo phase={now} />
      <path className="body-ground" d="M16 199 C120 206 250 203 330 204 C430 205 540 201 624 199" />
      <path
        className="body-pillow"
        d="M30 190 C30 178 60 176 92 180 C122 183 132 190 130 198 C100 203 60 203 38 200 Z"
      />
      <path className="body-shape" d={BODY} />
      <g clipPath="url(#body-outline)">
        {phases.map(({ id }, i) => (
          <Lit key={id} id={id} state={i < phase ? 'been' : i === phase ? 'now' : 'ahead'} />
        ))}
      </g>
      <path className="body-arm" d={ARM} />
      <path className="body-arm-light" d={ARM} data-lit={now === 'hands'} />
    </svg>
  );
}

function Lit({ id, state }: { id: string; state: 'been' | 'now' | 'ahead' }) {
  const light = LIGHT[id];
  if (!light)
    return <rect className="body-light body-light-wide" data-state={state} width="640" height="250" />;
  return (
    <circle
      className="body-light"
      data-state={state}
      cx={light.x}
      cy={light.y}
      r={light.r}
      fill="url(#body-light)"
    />
  );
}

/** The same light around the body, so that the eye finds it. */
function Halo({ phase }: { phase: string }) {
  const light = LIGHT[phase];
  const { x, y, rx, ry } =
    light === undefined
      ? { x: 320, y: 150, rx: 330, ry: 130 }
      : { x: light.x, y: light.y, rx: Math.max(150, light.r), ry: 100 };
  return (
    <g className="body-halo" style={{ transform: `translate(${x}px, ${y}px)` }}>
      <ellipse rx={rx} ry={ry} fill="url(#body-light)" />
    </g>
  );
}
