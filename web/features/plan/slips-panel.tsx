import { Button, Switch, Textarea } from '@mantine/core';
import { useState } from 'react';
import { countText, dayText } from '../../kit/numbers.ts';
import { dayStart, daysBetween, isoDay } from './calendar.ts';
import { dayCount } from './doings.ts';
import type { DayCount, Slip } from './plan.ts';
import type { PlanStanding, PlanViewModel } from './plan-view-model.ts';
import { slips as words } from './words.ts';

interface SlipsProps {
  readonly model: Pick<PlanViewModel, 'change' | 'noteSlip' | 'removeSlip'>;
  readonly standing: PlanStanding;
}

/** A day that went otherwise is noted and no more; days are counted only for who wants it. */
export function SlipsPanel({ model, standing }: SlipsProps) {
  const { plan, slips, nowMs } = standing;
  return (
    <section className="panel" aria-labelledby="slips-title">
      <h2 id="slips-title">{words.title}</h2>
      <p>{words.lead}</p>
      <NoteSlip model={model} nowMs={nowMs} />
      {slips.length > 0 && <SlipList model={model} slips={slips} />}
      <Switch
        size="md"
        label={words.count}
        description={words.countHint}
        checked={plan.countFromMs !== undefined}
        onChange={(event) =>
          void model.change({ countFromMs: event.currentTarget.checked ? dayStart(nowMs) : undefined })
        }
      />
      {plan.countFromMs !== undefined && <Counted model={model} standing={standing} />}
    </section>
  );
}

function NoteSlip({ model, nowMs }: { model: SlipsProps['model']; nowMs: number }) {
  const [day, setDay] = useState<string>();
  const [note, setNote] = useState('');
  const [kept, setKept] = useState(false);
  const keep = (): void => {
    const atMs = (day === undefined ? undefined : dayIn(day, nowMs)) ?? nowMs;
    void model.noteSlip(atMs, note.trim()).then(() => {
      setNote('');
      setDay(undefined);
      setKept(true);
    });
  };
  return (
    <>
      <label className="time">
        <span>{words.day}</span>
        <input
          type="date"
          value={day ?? isoDay(nowMs)}
          max={isoDay(nowMs)}
          onChange={({ target }) => setDay(target.value)}
        />
      </label>
      <Textarea
        label={words.note}
        size="md"
        autosize
        minRows={2}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
          setKept(false);
        }}
      />
      <Button className="plan-start" variant="default" onClick={keep}>
        {words.keep}
      </Button>
      <p role="status">{kept && words.kept}</p>
    </>
  );
}

const SlipList = ({ model, slips }: { model: SlipsProps['model']; slips: readonly Slip[] }) => (
  <details className="details">
    <summary>{words.list}</summary>
    <ul className="lines">
      {slips.map(({ id, atMs, note }) => (
        <li key={id} className="line">
          <span>
            <span className="line-name">{dayText(atMs)}</span>
            {note && <span className="plan-note">{note}</span>}
          </span>
          <Button
            variant="subtle"
            aria-label={words.removeOf(dayText(atMs))}
            onClick={() => void model.removeSlip(id)}
          >
            {words.remove}
          </Button>
        </li>
      ))}
    </ul>
  </details>
);

function Counted({ model, standing: { plan, slips, nowMs } }: SlipsProps) {
  const count = dayCount(plan, slips, nowMs);
  if (!count || plan.countFromMs === undefined) return null;
  return (
    <div className="plan-count">
      <p className="plan-counted">{countedText(count)}</p>
      <label className="time">
        <span>{words.since}</span>
        <input
          type="date"
          value={isoDay(plan.countFromMs)}
          max={isoDay(nowMs)}
          onChange={({ target }) => {
            const fromMs = dayIn(target.value, nowMs);
            if (fromMs !== undefined) void model.change({ countFromMs: fromMs });
          }}
        />
      </label>
    </div>
  );
}

/** Never "none of one day": where nothing went as wanted yet, it is a beginning. */
function countedText({ days, slipDays }: DayCount): string {
  const all = countText(days, words.days);
  if (slipDays === 0) return words.whole(all);
  return slipDays >= days ? words.first : words.but(all, String(days - slipDays));
}

/** Noon of that day, so that no change of the clock makes it another; `undefined`: no day, or one to come. */
function dayIn(text: string, nowMs: number): number | undefined {
  const atMs = new Date(`${text}T12:00:00`).getTime();
  return Number.isNaN(atMs) || daysBetween(atMs, nowMs) < 0 ? undefined : atMs;
}
