import { Link } from 'wouter';
import { behavior } from '../kit/behavior.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { Way } from '../session/feature.ts';

/** The ways to some screens, with a line on what each leads to. */
export const WayList = ({ ways }: { readonly ways: readonly Way[] }) => (
  <ul className="sources">
    {ways.map((way) => (
      <WayItem key={way.to} way={way} />
    ))}
  </ul>
);

const ALWAYS = behavior(true);

function WayItem({ way: { to, label, hint$, open$ = ALWAYS } }: { readonly way: Way }) {
  const hint = useBehavior(hint$);
  if (!useBehavior(open$)) return null;
  return (
    <li>
      <Link href={to} className="source">
        <span className="source-label">{label}</span>
        <span className="source-hint">{hint}</span>
      </Link>
    </li>
  );
}
