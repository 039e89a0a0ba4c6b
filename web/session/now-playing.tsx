import type { DoseDecision } from '../../engine/index.ts';
import type { OwnTitles } from './own-titles.ts';
import { titleOf } from './words/announcements.ts';
import { families, whyText } from './words/reasons.ts';
import { session as words } from './words/screens.ts';

/** What plays, and why. */
export function NowPlaying({
  decision,
  ownTitles,
}: {
  decision: DoseDecision | undefined;
  ownTitles?: OwnTitles | undefined;
}) {
  if (!decision) return <p className="playing-why">{words.starting}</p>;
  const kind = decision.family === 'silence' ? '' : words.kind(families[decision.family], decision.level);
  return (
    <div className="playing">
      <h2 className="playing-title" data-testid="playing">
        {titleOf(decision.module, ownTitles)}
      </h2>
      {kind && <p className="playing-kind">{kind}</p>}
      <p className="playing-why" data-testid="why">
        {whyText(decision)}
      </p>
    </div>
  );
}
