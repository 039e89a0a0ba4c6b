import { Link } from 'wouter';
import type { Unlocking } from '../../engine/index.ts';
import type { Language } from '../kit/language.ts';
import type { Behavior } from '../kit/behavior.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { ActivityHost } from './activity-host.ts';
import { around } from './words.ts';

interface ActivityCardsProps {
  readonly host: ActivityHost;
  readonly language: Language;
  /** What a clinician has unlocked. */
  readonly unlocked$: Behavior<readonly Unlocking[]>;
}

/** A way to each activity that is open to this person. */
export function ActivityCards({ host, language, unlocked$ }: ActivityCardsProps) {
  const running = useBehavior(host.running$);
  const said = around[language];
  const open = host.openTo(useBehavior(unlocked$));
  if (open.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="activities-title">
      <h2 id="activities-title">{said.list}</h2>
      <div className="sources">
        {open.map(({ id, title, minutes, needs }) => (
          <Link key={id} href={`/do/${id}`} className="source">
            <span className="source-label">{title[language]}</span>
            <span className="source-hint">
              {id === running
                ? said.underWay
                : [said.atMost(minutes), ...needs.map((need) => said.needs[need])].join(' · ')}
            </span>
          </Link>
        ))}
      </div>
    </section>
  );
}
