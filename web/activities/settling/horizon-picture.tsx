import type { PictureProps } from '../../session/script/guided-view.tsx';
import './horizon.css';

const [HIGH, LOW] = [62, 184];

/** Waves of a lake that grow flatter under a sinking light. Decoration: the words say what is. */
export function HorizonPicture({ script: { phases }, place: { phase } }: PictureProps) {
  const share = phases.length > 1 ? phase / (phases.length - 1) : 1;
  return (
    <svg className="horizon-picture" viewBox="0 -64 640 324" aria-hidden="true">
      <defs>
        <clipPath id="horizon-sky">
          <rect y="-64" width="640" height="242" />
        </clipPath>
        <radialGradient id="horizon-light">
          <stop offset="0" stopColor="var(--accent)" stopOpacity="0.55" />
          <stop offset="1" stopColor="var(--accent)" stopOpacity="0" />
        </radialGradient>
      </defs>
      <g clipPath="url(#horizon-sky)">
        <g className="horizon-sun" style={{ transform: `translateY(${HIGH + (LOW - HIGH) * share}px)` }}>
          <circle cx="320" cy="0" r="124" fill="url(#horizon-light)" />
          <circle className="horizon-disc" cx="320" cy="0" r="40" />
        </g>
      </g>
      {[178, 198, 216, 232, 246].map((y, i) => (
        <path
          key={y}
          className="horizon-water"
          d={rippled(y, 320 - 44 * i)}
          style={{ transform: `scaleY(${1 - 0.85 * share})`, opacity: 0.75 - 0.12 * i }}
        />
      ))}
    </svg>
  );
}

/** A line with eight waves in it, `half` wide to each side. */
function rippled(y: number, half: number): string {
  const step = half / 8;
  const waves = Array.from({ length: 8 }, () => `q${step / 2} -7 ${step} 0t${step} 0`);
  return `M${320 - half} ${y}${waves.join('')}`;
}
