import { Link } from 'wouter';
import { cravingCounts } from '../craving/craving-standing.ts';
import { countsText, learning as words } from '../text/craving.ts';
import { useBehavior } from '../use-behavior.ts';
import { rest as restWords } from '../text/rest.ts';
import type { CravingViewModel } from '../view-models/craving-view-model.ts';

/** The way to "Learn from my ratings", and how far it is. */
export function LearningLink({ craving }: { craving: CravingViewModel }) {
  const kept = useBehavior(craving.kept$);
  return (
    <Link href="/learning" className="panel learning-link">
      <span className="past-when">{words.title}</span>
      {kept && (
        <span className="past-what">{kept.on ? countsText(cravingCounts(kept.labels)) : words.off}</span>
      )}
    </Link>
  );
}

/** The way to "Your resting heart". */
export const RestLink = () => (
  <Link href="/rest" className="panel learning-link">
    <span className="past-when">{restWords.title}</span>
  </Link>
);
