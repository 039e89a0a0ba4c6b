import { Button, Chip, TextInput } from '@mantine/core';
import { dayText } from '../../kit/numbers.ts';
import { dayFrom, dayStart, isoDay } from './calendar.ts';
import { OwnWords } from './own-words.tsx';
import type { PlanStanding, PlanViewModel } from './plan-view-model.ts';
import { isReviewDue } from './review.ts';
import { review as words, weeksText } from './words.ts';

interface ReviewProps {
  readonly model: Pick<PlanViewModel, 'change'>;
  readonly standing: PlanStanding;
}

/** What is offered for the next look, weeks. */
const WEEKS = [2, 4, 12] as const;

/** Who wrote the plan, and the day on which it is looked at again: a plan is a draft that is kept. */
export function ReviewPanel({ model, standing: { plan, nowMs } }: ReviewProps) {
  const isDue = isReviewDue(plan, nowMs);
  const inWeeks = (weeks: number): string => isoDay(dayStart(nowMs, 7 * weeks));
  return (
    <section className="panel" aria-labelledby="review-title">
      <h2 id="review-title">{words.title}</h2>
      <p>{isDue ? words.due : words.lead}</p>
      <TextInput
        size="md"
        type="date"
        label={words.day}
        value={plan.reviewOn ?? ''}
        min={isoDay(nowMs)}
        onChange={({ currentTarget: { value } }) => {
          if (value === '' || dayFrom(value) !== undefined)
            void model.change({ reviewOn: value === '' ? undefined : value });
        }}
      />
      <div className="chips" role="group" aria-label={words.day}>
        {WEEKS.map((weeks) => (
          <Chip
            key={weeks}
            size="md"
            variant="outline"
            checked={plan.reviewOn === inWeeks(weeks)}
            onChange={(on) => void model.change({ reviewOn: on ? inWeeks(weeks) : undefined })}
          >
            {weeksText(weeks)}
          </Chip>
        ))}
      </div>
      {plan.reviewOn !== undefined && (
        <Button
          className="plan-start"
          variant={isDue ? 'filled' : 'subtle'}
          onClick={() => void model.change({ reviewedAtMs: nowMs, reviewOn: undefined })}
        >
          {words.looked}
        </Button>
      )}
      <p className="hint" role="status">
        {plan.reviewedAtMs !== undefined && words.last(dayText(plan.reviewedAtMs))}
      </p>
      <OwnWords
        key={plan.by ?? ''}
        label={words.by}
        description={words.byHint}
        shown
        value={plan.by ?? ''}
        onKeep={(text) => void model.change({ by: text.trim() || undefined })}
      />
    </section>
  );
}
