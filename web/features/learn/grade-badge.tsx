import type { Grade } from './card.ts';
import { learn as words } from './words.ts';

/** How sure something is, as a word; the drawing beside it says the same without colour. */
export const GradeBadge = ({ grade }: { grade: Grade }) => (
  <span className="grade" data-grade={grade}>
    <svg viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="4.5" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" />
    </svg>
    {words.grades[grade]}
  </span>
);
