import type { DoseDecision } from '../../engine/index.ts';
import type { OwnTitles } from './own-titles.ts';
import { titleOf } from './words/announcements.ts';
import { details as words } from './words/details.ts';

/**
 * What a draw could have brought, the likeliest first: a bar each, the one that plays filled. Nothing without a draw.
 */
export function DecisionOdds({
  decision,
  ownTitles,
}: {
  decision: DoseDecision;
  ownTitles?: OwnTitles | undefined;
}) {
  const odds = oddsOf(decision);
  if (odds.length < 2) return null;
  return (
    <figure className="odds">
      <figcaption>{words.odds}</figcaption>
      <ol>
        {odds.map(({ id, share }) => (
          <li key={id} data-plays={id === decision.module}>
            <span className="odds-title">{titleOf(id, ownTitles)}</span>
            <span className="odds-bar" aria-hidden="true">
              <span style={{ width: `${100 * share}%` }} />
            </span>
            <span className="figures">{`${Math.round(100 * share)} %`}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** What had a chance; a piece without one is in the full account. */
export function oddsOf({
  drawn,
  eligible,
  probabilities,
}: Pick<DoseDecision, 'drawn' | 'eligible' | 'probabilities'>) {
  if (!drawn) return [];
  return eligible
    .map((id, i) => ({ id, share: probabilities[i] ?? 0 }))
    .filter(({ share }) => share >= 0.005)
    .sort((a, b) => b.share - a.share);
}
