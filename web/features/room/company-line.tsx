import type { Behavior } from '../../kit/behavior.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { ClinicianInput } from '../../session/live-session.ts';
import type { Company } from './stay-in-room.ts';
import { pressed, words } from './words.ts';

/** Says that somebody looks on, for as long as they do, and what they did last. */
export function CompanyLine({ company$ }: { readonly company$: Behavior<Company | undefined> }) {
  const company = useBehavior(company$);
  if (!company) return null;
  const { watchers, order } = company;
  return (
    <div role="status" data-testid="company">
      {watchers > 0 && <p className="hint">{words.watched}</p>}
      {order && <p className="hint">{`${words.asked} ${doneBy(order)}`}</p>}
    </div>
  );
}

const doneBy = (order: ClinicianInput): string => {
  switch (order.type) {
    case 'press':
      return [`${pressed[order.button]}.`, ...(order.why ? [words.why(order.why)] : [])].join(' ');
    case 'pacer':
      return `${words.pace(order.breathsPerMinute)}.`;
    case 'mark':
    case 'tag':
    case 'learning-stopped':
      return `${words.other}.`;
  }
};
