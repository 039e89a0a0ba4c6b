import type { AccessLogLine } from '../../../server/contract/index.ts';
import { timeText } from '../../kit/numbers.ts';
import './access.css';
import { kindOf } from './looks.ts';
import { deeds, kinds, looks as words, relations } from './words.ts';

/** Who it was: `own` lines are the reader's. */
export const nameOf = ({ relation, name, role }: AccessLogLine): string =>
  relation === 'own' ? words.you : (name ?? role);

/** One time that somebody looked. */
export function LookLine({ line }: { readonly line: AccessLogLine }) {
  const { atMs, action, relation, reason, from } = line;
  // Also where it was only begun or ended.
  const isGlass = kindOf(line) === 'glass';
  const about = kindOf({ action, relation: '' });
  const deed = deeds[action.split('.').at(-1)!] ?? action;
  return (
    <li className={isGlass ? 'line access-glass' : 'line'}>
      <div>
        <p className="line-name">{`${nameOf(line)}: ${kinds[about]}, ${deed}`}</p>
        <p className="hint">
          {[timeText(atMs), relations[relation] ?? relation, from !== undefined && words.from(from)]
            .filter((it) => it !== false)
            .join(' · ')}
        </p>
        {reason !== undefined && <p>{words.reason(reason)}</p>}
        {isGlass && <p>{words.glass}</p>}
      </div>
    </li>
  );
}
