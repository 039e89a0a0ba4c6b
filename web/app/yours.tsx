import { Link } from 'wouter';
import { cravingCounts } from '../features/craving/craving-standing.ts';
import { countsText, learning } from '../features/craving/words.ts';
import { dosing } from '../features/dosing/words.ts';
import { music } from '../features/music/words.ts';
import { rest } from '../features/rest/words.ts';
import { today } from './words.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { App } from './app-parts.ts';

/** The ways to what is kept of a person and what they may settle. */
export function Yours({ app }: { app: App }) {
  const craving = useBehavior(app.craving.kept$);
  const record = useBehavior(app.dosing.record$);
  const counts = craving?.on ? countsText(cravingCounts(craving.labels)) : learning.off;
  return (
    <section className="panel" aria-labelledby="yours-title">
      <h2 id="yours-title">{today.yours}</h2>
      <div className="sources">
        <Way to="/music" label={music.title} hint={music.linkHint} />
        <Way to="/rest" label={rest.title} hint={rest.linkHint} />
        <Way to="/learning" label={learning.title} hint={craving ? counts : ''} />
        <Way to="/dosing" label={dosing.title} hint={record.learning.on ? dosing.linkOn : dosing.linkOff} />
      </div>
    </section>
  );
}

const Way = ({ to, label, hint }: { to: string; label: string; hint: string }) => (
  <Link href={to} className="source">
    <span className="source-label">{label}</span>
    <span className="source-hint">{hint}</span>
  </Link>
);
