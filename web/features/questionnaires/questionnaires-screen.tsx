import { Link } from 'wouter';
import { dayText } from '../../kit/numbers.ts';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import { pointsOf } from './answers.ts';
import { ABOUT, INSTRUMENTS } from './instruments.ts';
import './questionnaires.css';
import type { QuestionnairesViewModel } from './questionnaires-view-model.ts';
import { questionnaires as words } from './words.ts';

/** All that can be filled in. */
export function QuestionnairesScreen({ model }: { model: QuestionnairesViewModel }) {
  const answers = useBehavior(model.answers$);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {'state' in answers ? (
        <Unread state={answers.state} />
      ) : (
        <ul className="sources">
          {INSTRUMENTS.map(({ id, title }) => {
            const last = pointsOf(answers, id).at(-1);
            return (
              <li key={id}>
                <Link href={`/progress/questions/${id}`} className="source">
                  <span className="source-label">{title}</span>
                  <span className="source-hint">
                    {`${ABOUT[id]} · ${last ? words.last(dayText(last.atMs)) : words.never}`}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      <p className="hint">{words.left}</p>
    </div>
  );
}
