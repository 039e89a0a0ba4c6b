import { useBehavior } from '../../kit/use-behavior.ts';
import { ANSWERS, isLonelyDue } from './company.ts';
import type { TogetherViewModel } from './together-view-model.ts';
import { dayAt, monthOf, monthText } from './week.ts';
import { together as words } from './words.ts';

/** One question a calendar month, and what was answered before. */
export function LonelyQuestion({ together }: { together: TogetherViewModel }) {
  const answers = useBehavior(together.lonely$);
  if ('state' in answers) return null;
  const earlier = [...answers].sort((a, b) => b.atMs - a.atMs);
  const due = isLonelyDue(answers, together.clock());
  return (
    <section className="panel" aria-labelledby="lonely-title">
      <h2 id="lonely-title">{words.lonely}</h2>
      {due ? (
        <fieldset className="question">
          <legend>{words.lonelyAsk}</legend>
          <div className="chips">
            {ANSWERS.map((answer) => (
              <button
                key={answer}
                type="button"
                className="lonely-chip"
                onClick={() => void together.answer(answer).catch(() => undefined)}
              >
                {words.lonelyAnswers[answer]}
              </button>
            ))}
          </div>
        </fieldset>
      ) : (
        <p role="status">{words.lonelyDone}</p>
      )}
      {earlier.length > 0 && (
        <div>
          <p className="hint">{words.lonelyPast}</p>
          <ul className="lonely-past">
            {earlier.map(({ id, atMs, answer }) => (
              <li key={id}>
                <span>{monthText(monthOf(dayAt(atMs)))}</span>
                <span className="lonely-bar" aria-hidden="true">
                  {ANSWERS.map((step) => (
                    <i key={step} data-on={step <= answer} />
                  ))}
                </span>
                <span>{words.lonelyAnswers[answer]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="hint">{words.lonelyWhy}</p>
      <p className="hint">{words.lonelyHeavy}</p>
    </section>
  );
}
