import { Link } from 'wouter';
import { dayText } from '../../kit/numbers.ts';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import { weeksOf, type Week } from './doings.ts';
import './plan.css';
import type { PlanViewModel } from './plan-view-model.ts';
import { titles, weeks as words } from './words.ts';

/** So many weeks are shown. */
const WEEKS = 6;

/** What was done beside what was planned, a week a row. */
export function WeeksPanel({ plan }: { plan: PlanViewModel }) {
  const standing = useBehavior(plan.standing$);
  if ('state' in standing) return <Unread state={standing.state} />;
  const { nowMs, doings } = standing;
  const weeks = weeksOf(standing.plan, doings, { nowMs, count: WEEKS });
  const isPlanned = standing.plan.planned.length > 0;
  return (
    <section className="panel" aria-labelledby="weeks-title">
      <h2 id="weeks-title">{words.title}</h2>
      <p className="hint">{isPlanned ? words.lead : words.empty}</p>
      {isPlanned ? (
        weeks.map((week, i) => <WeekRow key={week.fromMs} week={week} isThis={i === 0} />)
      ) : (
        <p>
          <Link href="/plan">{words.toPlan}</Link>
        </p>
      )}
    </section>
  );
}

const WeekRow = ({ week: { fromMs, lines }, isThis }: { week: Week; isThis: boolean }) => (
  <div className="week-row">
    <h3>{isThis ? words.this : words.of(dayText(fromMs))}</h3>
    <ul>
      {lines.map(({ activity, done, planned }) => (
        <li key={activity}>
          <span>{titles[activity]}</span>
          <span className="week-dots" aria-hidden="true">
            {Array.from({ length: Math.max(done, planned) }, (_, i) => (
              <span key={i} data-done={i < done} />
            ))}
          </span>
          <span className="hint figures">{words.line(done, planned)}</span>
        </li>
      ))}
    </ul>
  </div>
);
