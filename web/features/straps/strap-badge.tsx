import type { StrapStatus } from '../../../devices/index.ts';
import './straps.css';
import { badge, badgeOf, noteOf, qualityWords } from './words.ts';

/** What a strap sends, and how well. */
export function StrapBadge({ now }: { now: StrapStatus }) {
  const words = [...badgeOf(now), qualityWords(now.quality)].filter((word) => word !== '');
  const note = noteOf(now);
  return (
    <div className="strap-badge" data-testid="strap-badge">
      <ul>
        {words.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
      {note !== undefined && (
        <p className="hint">
          <span className="visually-hidden">{badge.title}: </span>
          {note}
        </p>
      )}
    </div>
  );
}
