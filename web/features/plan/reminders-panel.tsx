import { Button, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { newUuid } from '../../kit/secure-only.ts';
import { countText } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import { dayFrom } from './calendar.ts';
import type { Plan } from './plan.ts';
import type { PlanViewModel } from './plan-view-model.ts';
import { remindersOf } from './reminders.ts';
import { TimeField } from './time-field.tsx';
import { plan as planWords, reminders as words } from './words.ts';

interface RemindersProps {
  readonly model: Pick<PlanViewModel, 'plannables' | 'change'>;
  readonly plan: Plan;
}

/** Hours in which nothing asks, and a file for the calendar, which can remind where a closed app cannot. */
export function RemindersPanel({ model, plan }: RemindersProps) {
  const [title, setTitle] = useState<string>(words.nameAtFirst);
  const [saved, setSaved] = useState(false);
  const { reminders, timeless, quiet } = remindersOf(plan, model.plannables);
  const reviewMs = plan.reviewOn === undefined ? undefined : dayFrom(plan.reviewOn);
  const save = async (): Promise<void> => {
    const { calendarFile } = await import('./calendar-file.ts');
    const said = title.trim() || words.nameAtFirst;
    const file = calendarFile({
      ...{ title: said, reminders, nowMs: Date.now(), newId: newUuid },
      ...(reviewMs !== undefined && { reviewMs }),
    });
    saveFile('calendar.ics', file, 'text/calendar;charset=utf-8');
    setSaved(true);
  };
  return (
    <section className="panel" aria-labelledby="reminders-title">
      <h2 id="reminders-title">{words.title}</h2>
      <p>{words.why}</p>
      <QuietHours model={model} plan={plan} />
      <TextInput
        size="md"
        label={words.name}
        description={words.nameHint}
        autoComplete="off"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
      {timeless > 0 && <p className="hint">{countText(timeless, words.timeless)}</p>}
      {quiet > 0 && <p className="hint">{countText(quiet, words.quiet)}</p>}
      {reminders.length === 0 && reviewMs === undefined ? (
        <p className="hint">{words.none}</p>
      ) : (
        <Button className="plan-start" variant="outline" onClick={() => void save()}>
          {words.save}
        </Button>
      )}
      <p role="status">{saved && words.saved}</p>
    </section>
  );
}

/** At ten in the evening to seven in the morning, when they are first wanted. */
const AT_FIRST = { fromMin: 22 * 60, toMin: 7 * 60 };

function QuietHours({ model, plan: { quiet } }: RemindersProps) {
  return (
    <div className="plan-quiet">
      <Switch
        size="md"
        label={planWords.quietOn}
        description={planWords.quietHint}
        checked={quiet !== undefined}
        onChange={(event) => void model.change({ quiet: event.currentTarget.checked ? AT_FIRST : undefined })}
      />
      {quiet && (
        <div className="plan-hours">
          <TimeField
            label={planWords.from}
            of={planWords.quiet}
            value={quiet.fromMin}
            onChange={(fromMin) =>
              fromMin !== undefined &&
              void model.change((now) => ({ quiet: { ...(now.quiet ?? quiet), fromMin } }))
            }
          />
          <TimeField
            label={planWords.to}
            of={planWords.quiet}
            value={quiet.toMin}
            onChange={(toMin) =>
              toMin !== undefined &&
              void model.change((now) => ({ quiet: { ...(now.quiet ?? quiet), toMin } }))
            }
          />
        </div>
      )}
    </div>
  );
}
