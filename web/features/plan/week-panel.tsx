import { Button } from '@mantine/core';
import { weekdayOf } from './calendar.ts';
import { doneDays, type Doing } from './doings.ts';
import { DAYS_AT_FIRST, WEEKDAYS, type PlannableId, type Planned, type Weekday } from './plan.ts';
import type { PlanStanding, PlanViewModel } from './plan-view-model.ts';
import { TimeField } from './time-field.tsx';
import { minutesText, plan as words, titles, weekdayShort, weekdayText } from './words.ts';

interface WeekProps {
  readonly model: Pick<PlanViewModel, 'plannables' | 'change' | 'setDoneToday'>;
  readonly standing: PlanStanding;
}

/** The week: what on which days, and what of it was done so far. */
export function WeekPanel({ model, standing: { plan, doings, nowMs } }: WeekProps) {
  const { planned } = plan;
  const left = model.plannables.filter(({ id }) => !planned.some(({ activity }) => activity === id));
  const replace = (activity: PlannableId, changed: ChangeLine): void =>
    void model.change((now) => ({
      planned: now.planned.flatMap((one) => (one.activity === activity ? (changed(one) ?? []) : one)),
    }));
  return (
    <section className="panel plan-week" aria-labelledby="week-title">
      <h2 id="week-title">{words.week}</h2>
      <p className="hint">{planned.length > 0 ? words.weekHint : words.weekEmpty}</p>
      {planned.map((line) => (
        <Line
          key={line.activity}
          {...{ line, doings, nowMs, model }}
          onChange={(changed) => replace(line.activity, changed)}
        />
      ))}
      {left.length > 0 && (
        <div className="plan-add" role="group" aria-label={words.add}>
          <span className="scale-label">{words.add}</span>
          <div className="chips">
            {left.map(({ id }) => (
              <Button
                key={id}
                variant="default"
                onClick={() => void model.change((now) => ({ planned: withLine(now.planned, id) }))}
              >
                {titles[id]}
              </Button>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}

/** A line as it shall be; `undefined` takes it out of the plan. */
type ChangeLine = (line: Planned) => Planned | undefined;

const withLine = (planned: readonly Planned[], activity: PlannableId): readonly Planned[] =>
  planned.some((line) => line.activity === activity)
    ? planned
    : [...planned, { activity, days: DAYS_AT_FIRST[activity] }];

interface LineProps {
  readonly model: WeekProps['model'];
  readonly line: Planned;
  readonly doings: readonly Doing[];
  readonly nowMs: number;
  readonly onChange: (changed: ChangeLine) => void;
}

function Line({ model, line, doings, nowMs, onChange }: LineProps) {
  const { activity, days, atMin } = line;
  const title = titles[activity];
  const { minutes, protocols } = model.plannables.find(({ id }) => id === activity) ?? {};
  const done = doneDays(doings, activity, nowMs);
  const today = weekdayOf(nowMs);
  const toggle = (day: Weekday): void =>
    onChange((now) => ({
      ...now,
      days: WEEKDAYS.filter((one) => (one === day ? !now.days.includes(day) : now.days.includes(one))),
    }));
  return (
    <div className="plan-line" role="group" aria-label={title}>
      <div className="plan-line-head">
        <h3>{title}</h3>
        {minutes !== undefined && <span className="hint">{minutesText(minutes)}</span>}
        <button
          type="button"
          className="plan-away"
          aria-label={words.remove(title)}
          onClick={() => onChange(() => undefined)}
        >
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <Days {...{ days, done, today }} onToggle={toggle} />
      <div className="plan-line-foot">
        <TimeField
          label={words.at}
          of={title}
          value={atMin}
          onChange={(minute) =>
            onChange(({ atMin: _before, ...rest }) =>
              minute === undefined ? rest : { ...rest, atMin: minute },
            )
          }
        />
        {!protocols && (
          <Button
            variant={done.has(today) ? 'light' : 'default'}
            aria-pressed={done.has(today)}
            onClick={() => void model.setDoneToday(activity, !done.has(today))}
          >
            {words.doneToday}
          </Button>
        )}
      </div>
    </div>
  );
}

interface DaysProps {
  readonly days: readonly Weekday[];
  readonly done: ReadonlySet<number>;
  readonly today: Weekday;
  readonly onToggle: (day: Weekday) => void;
}

/** Seven days to tap; what was done has a tick, whether or not it was planned for that day. */
const Days = ({ days, done, today, onToggle }: DaysProps) => (
  <div className="plan-days">
    {WEEKDAYS.map((day) => (
      <button
        key={day}
        type="button"
        aria-pressed={days.includes(day)}
        aria-label={done.has(day) ? words.doneDay(weekdayText(day)) : weekdayText(day)}
        {...(day === today && { 'aria-current': 'date' as const })}
        data-done={done.has(day)}
        onClick={() => onToggle(day)}
      >
        <span>{weekdayShort(day)}</span>
      </button>
    ))}
  </div>
);
