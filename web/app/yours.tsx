import { Link } from 'wouter';
import { today } from './words.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { Way } from '../session/feature.ts';

/** The ways to what is kept of a person and what they may settle. */
export const Yours = ({ ways }: { ways: readonly Way[] }) => (
  <section className="panel" aria-labelledby="yours-title">
    <h2 id="yours-title">{today.yours}</h2>
    <div className="sources">
      {ways.map((way) => (
        <WayLink key={way.to} way={way} />
      ))}
    </div>
  </section>
);

const WayLink = ({ way: { to, label, hint$ } }: { way: Way }) => (
  <Link href={to} className="source">
    <span className="source-label">{label}</span>
    <span className="source-hint">{useBehavior(hint$)}</span>
  </Link>
);
