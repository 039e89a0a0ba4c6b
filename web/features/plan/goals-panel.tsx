import { Button, Chip } from '@mantine/core';
import { useState } from 'react';
import { OwnWords } from './own-words.tsx';
import { TARGET_KINDS, type Plan } from './plan.ts';
import type { PlanViewModel } from './plan-view-model.ts';
import { plan as words, targets } from './words.ts';

interface GoalsProps {
  readonly model: Pick<PlanViewModel, 'change'>;
  readonly plan: Plan;
}

/** Goals in the person's own words, and what it is about, if they care to say. */
export function GoalsPanel({ model, plan }: GoalsProps) {
  const [added, setAdded] = useState(0);
  const goals = [
    ...plan.goals,
    ...Array.from({ length: Math.max(added, plan.goals.length === 0 ? 1 : 0) }, () => ''),
  ];
  const keep = (at: number, text: string): void => {
    const said = text.trim();
    if (at >= plan.goals.length && said !== '') setAdded(0);
    void model.change((now) => ({
      goals: (at < now.goals.length
        ? now.goals.map((goal, i) => (i === at ? said : goal))
        : [...now.goals, said]
      ).filter((goal) => goal !== ''),
    }));
  };
  return (
    <section className="panel" aria-labelledby="goals-title">
      <h2 id="goals-title">{words.goals}</h2>
      <p className="hint">{words.goalsHint}</p>
      <ul className="plan-goals">
        {goals.map((goal, i) => (
          <li key={`${i}/${plan.goals.length}`}>
            <OwnWords
              label={words.goal(i + 1)}
              value={goal}
              placeholder={words.goalPlaceholder}
              onKeep={(text) => keep(i, text)}
            />
            {goal !== '' && (
              <button
                type="button"
                className="plan-away"
                aria-label={words.removeGoal(i + 1)}
                onClick={() => keep(i, '')}
              >
                <span aria-hidden="true">×</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {plan.goals.length > 0 && added === 0 && (
        <Button variant="subtle" className="plan-start" onClick={() => setAdded(1)}>
          {words.addGoal}
        </Button>
      )}
      <Target model={model} plan={plan} />
    </section>
  );
}

function Target({ model, plan }: GoalsProps) {
  return (
    <div className="plan-target">
      <fieldset className="question">
        <legend>{words.target}</legend>
        <p className="hint">{words.targetHint}</p>
        <div className="chips">
          {TARGET_KINDS.map((kind) => (
            <Chip
              key={kind}
              size="md"
              variant="outline"
              checked={plan.target === kind}
              onChange={(on) => void model.change({ target: on ? kind : undefined })}
            >
              {targets[kind]}
            </Chip>
          ))}
        </div>
        {plan.target && (
          <OwnWords
            key={plan.target}
            label={words.targetWords}
            shown
            value={plan.targetWords ?? ''}
            onKeep={(text) => void model.change({ targetWords: text.trim() || undefined })}
          />
        )}
      </fieldset>
    </div>
  );
}
