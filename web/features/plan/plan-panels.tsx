import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import { GoalsPanel } from './goals-panel.tsx';
import './plan.css';
import type { PlanViewModel } from './plan-view-model.ts';
import { RemindersPanel } from './reminders-panel.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { SlipsPanel } from './slips-panel.tsx';
import { WeekPanel } from './week-panel.tsx';
import { plan as words } from './words.ts';

/** The whole plan, on the section's own screen. */
export function PlanPanels({ plan }: { plan: PlanViewModel }) {
  const standing = useBehavior(plan.standing$);
  const trouble = useBehavior(plan.trouble$);
  if ('state' in standing) return <Unread state={standing.state} />;
  return (
    <div className="plan">
      <p role="alert">{trouble && <span className="notice">{words.notKept}</span>}</p>
      <div className="plan-side">
        <WeekPanel model={plan} standing={standing} />
        <RemindersPanel model={plan} plan={standing.plan} />
      </div>
      <div className="plan-side">
        <GoalsPanel model={plan} plan={standing.plan} />
        <ReviewPanel model={plan} standing={standing} />
        <SlipsPanel model={plan} standing={standing} />
      </div>
    </div>
  );
}
