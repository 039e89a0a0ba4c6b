import { Button } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { Link } from 'wouter';
import { numberText } from '../../kit/numbers.ts';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { RouteParams } from '../../session/feature.ts';
import { pointsOf } from './answers.ts';
import { ABOUT, INSTRUMENTS, isForeign, type Instrument } from './instruments.ts';
import './questionnaires.css';
import type { QuestionnairesViewModel } from './questionnaires-view-model.ts';
import { Trend } from './trend.tsx';
import { questionnaires as words } from './words.ts';

interface QuestionnaireProps {
  readonly model: QuestionnairesViewModel;
  readonly params: RouteParams;
}

/** One questionnaire: its questions, then what came of it over time. */
export function QuestionnaireScreen({ model, params: { id } }: QuestionnaireProps) {
  const instrument = INSTRUMENTS.find((one) => one.id === id);
  const answers = useBehavior(model.answers$);
  const [filling, setFilling] = useState(false);
  if (!instrument) return <h1 tabIndex={-1}>{words.gone}</h1>;
  const points = 'state' in answers ? [] : pointsOf(answers, instrument.id);
  // What was just kept is read back a moment later.
  const asks = filling || points.length === 0;
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{instrument.title}</h1>
      <p className="lead">{ABOUT[instrument.id]}</p>
      {'state' in answers ? (
        <Unread state={answers.state} />
      ) : asks ? (
        <Questions instrument={instrument} model={model} onKept={() => setFilling(false)} />
      ) : (
        <>
          <Trend instrument={instrument} points={points} onRemove={(point) => void model.remove(point)} />
          <div className="actions">
            <Button variant="default" onClick={() => setFilling(true)}>
              {words.again}
            </Button>
          </div>
        </>
      )}
      <p className="hint">
        {words.source}: {instrument.credit}
      </p>
      <p>
        <Link href="/progress/questions">{words.back}</Link>
      </p>
    </div>
  );
}

interface QuestionsProps {
  readonly instrument: Instrument;
  readonly model: Pick<QuestionnairesViewModel, 'keep'>;
  readonly onKept: () => void;
}

function Questions({ instrument, model, onKept }: QuestionsProps) {
  const { stem, items, choices, language } = instrument.form;
  const [scores, setScores] = useState<readonly (number | undefined)[]>(items.map(() => undefined));
  const [said, setSaid] = useState('');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const all = scores.filter((score) => score !== undefined);
    if (all.length < items.length) {
      setSaid(words.missing);
      return;
    }
    model.keep(instrument.id, all).then(onKept, () => setSaid(words.notKept));
  };
  return (
    <form className="questions" onSubmit={submit}>
      {isForeign(instrument) && <p className="notice">{words.english}</p>}
      <p className="question-stem" lang={language}>
        {stem}
      </p>
      {items.map((item, i) => (
        <fieldset key={item} className="question-item" lang={language}>
          <legend>{item}</legend>
          <div className="question-answers">
            {choices.map(({ label, score }) => (
              <label key={score}>
                <input
                  type="radio"
                  name={`item-${i}`}
                  checked={scores[i] === score}
                  onChange={() => {
                    setScores(scores.map((one, at) => (at === i ? score : one)));
                    setSaid('');
                  }}
                />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p role="alert">{said}</p>
      <div className="actions">
        <Button type="submit" size="lg">
          {words.keep}
        </Button>
        <p className="hint">
          {words.answered(
            numberText(scores.filter((score) => score !== undefined).length),
            numberText(items.length),
          )}
        </p>
      </div>
    </form>
  );
}
