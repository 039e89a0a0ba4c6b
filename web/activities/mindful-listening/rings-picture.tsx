import type { PictureProps } from '../../session/script/guided-view.tsx';
import './rings.css';

const RINGS = [34, 58, 84, 112, 142];

/** Sound as rings on water, one more with each part. Decoration: the heading and the sentence say what is. */
export const RingsPicture = ({ script: { phases }, place: { phase } }: PictureProps) => (
  <svg className="rings-picture" viewBox="0 0 640 300" aria-hidden="true">
    <defs>
      <radialGradient id="rings-light">
        <stop offset="0" stopColor="var(--accent)" stopOpacity="0.5" />
        <stop offset="1" stopColor="var(--accent)" stopOpacity="0" />
      </radialGradient>
    </defs>
    <circle className="rings-light" cx="320" cy="150" r="148" fill="url(#rings-light)" />
    {RINGS.map((r, i) => (
      <circle
        key={r}
        className="ring"
        cx="320"
        cy="150"
        r={r}
        data-heard={i <= Math.round((phase * (RINGS.length - 1)) / Math.max(1, phases.length - 1))}
        style={{ animationDelay: `${i * 1.4}s` }}
      />
    ))}
    <circle className="rings-drop" cx="320" cy="150" r="11" />
  </svg>
);
