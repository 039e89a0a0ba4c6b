import type { StrapStatus } from '../../../devices/index.ts';
import './straps.css';
import { badge, badgeOf, qualityWords } from './words.ts';

/** What a strap sends, and how well. */
export function StrapBadge({ now }: { now: StrapStatus }) {
  const words = [...badgeOf(now), qualityWords(now.quality)].filter((word) => word !== '');
  return (
    <div className="strap-badge" data-testid="strap-badge">
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
      {now.note !== undefined && (
        <p className="hint">
          <span className="visually-hidden">{badge.title}: </span>
          {now.note}
        </p>
      )}
    </div>
  );
}
