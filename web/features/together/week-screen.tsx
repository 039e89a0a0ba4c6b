import { Button } from '@mantine/core';
import { useState } from 'react';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { Meeting } from './company.ts';
import { LonelyQuestion } from './lonely-question.tsx';
import { MeetingForm, type Draft } from './meeting-form.tsx';
import './together.css';
import { dayNow, type TogetherViewModel } from './together-view-model.ts';
import { dayAfter, dayText, weekOf, type Day } from './week.ts';
import { together as words } from './words.ts';

/** What is being written: a new meeting, or one that is there. */
type Writing = Draft & { readonly id?: string };

/** Seven days, what is planned on them, and the question of the month. */
export function WeekScreen({ together }: { together: TogetherViewModel }) {
  const meetings = useBehavior(together.meetings$);
  const today = dayNow(together.clock);
  const [from, setFrom] = useState(today);
  const [writing, setWriting] = useState<Writing>();
  const days = weekOf(from);
  const keep = async ({ id, ...draft }: Writing): Promise<void> => {
    await (id === undefined ? together.plan(draft) : together.change({ id, ...draft }));
    setWriting(undefined);
    setFrom(draft.day);
  };
  return (
    <div className="together">
      <h1 tabIndex={-1}>{words.week}</h1>
      <p className="lead">{words.weekLead}</p>
      {'state' in meetings ? (
        <Unread state={meetings.state} />
      ) : (
        <>
          <WeekTurner days={days} isNow={days.includes(today)} onTurn={setFrom} today={today} />
          {writing ? (
            <MeetingForm
              key={writing.id ?? writing.day}
              draft={writing}
              onKeep={(draft) => keep(writing.id === undefined ? draft : { ...draft, id: writing.id })}
              onCancel={() => setWriting(undefined)}
            />
          ) : (
            <div className="actions">
              <Button onClick={() => setWriting(emptyOn(days.includes(today) ? today : days[0]!))} size="md">
                {words.add}
              </Button>
            </div>
          )}
          {!meetings.some(({ day }) => days.includes(day)) && <p className="hint">{words.empty}</p>}
          <ol className="week">
            {days.map((day) => (
              <DayRow
                key={day}
                day={day}
                isToday={day === today}
                meetings={meetings.filter((one) => one.day === day)}
                together={together}
                onWrite={setWriting}
              />
            ))}
          </ol>
          <LonelyQuestion together={together} />
        </>
      )}
    </div>
  );
}

const emptyOn = (day: Day): Draft => ({ day, time: '', who: '', where: '', what: '' });

interface WeekTurnerProps {
  readonly days: readonly Day[];
  readonly today: Day;
  readonly isNow: boolean;
  readonly onTurn: (day: Day) => void;
}

const WeekTurner = ({ days, today, isNow, onTurn }: WeekTurnerProps) => (
  <div className="week-turner">
    <Button variant="subtle" onClick={() => onTurn(dayAfter(days[0]!, -7))}>
      {words.earlier}
    </Button>
    {!isNow && (
      <Button variant="subtle" onClick={() => onTurn(today)}>
        {words.thisWeek}
      </Button>
    )}
    <Button variant="subtle" onClick={() => onTurn(dayAfter(days[0]!, 7))}>
      {words.later}
    </Button>
  </div>
);

interface DayRowProps {
  readonly day: Day;
  readonly isToday: boolean;
  readonly meetings: readonly Meeting[];
  readonly together: TogetherViewModel;
  readonly onWrite: (writing: Writing) => void;
}

const DayRow = ({ day, isToday, meetings, together, onWrite }: DayRowProps) => (
  <li className="week-day" data-today={isToday} data-planned={meetings.length > 0}>
    <h2>
      {dayText(day)}
      {isToday && <span className="hint"> · {words.today}</span>}
    </h2>
    {meetings.map((meeting) => (
      <MeetingItem key={meeting.id} meeting={meeting} together={together} onWrite={onWrite} />
    ))}
    <button
      type="button"
      className="week-add"
      aria-label={`${words.addOn} ${dayText(day)}`}
      onClick={() => onWrite(emptyOn(day))}
    >
      +
    </button>
  </li>
);

type MeetingItemProps = Pick<DayRowProps, 'together' | 'onWrite'> & { readonly meeting: Meeting };

function MeetingItem({ meeting, together, onWrite }: MeetingItemProps) {
  const { was, ...plan } = meeting;
  // Shown at once; it takes a moment until it is kept.
  const [ticked, setTicked] = useState<boolean>();
  const tick = (now: boolean): void => {
    setTicked(now);
    together.change(now ? { ...plan, was: true } : plan).catch(() => setTicked(undefined));
  };
  const { time, who, where, what } = plan;
  const name = who || what || words.company;
  return (
    <article className="meeting" data-was={ticked ?? was ?? false} aria-label={name}>
      <p className="meeting-who">
        {time && <span className="figures">{time} </span>}
        {name}
      </p>
      <p className="hint">{[who && what, where].filter((part) => part !== '').join(' · ')}</p>
      <div className="actions">
        <label className="meeting-was">
          <input
            type="checkbox"
            checked={ticked ?? was ?? false}
            onChange={({ target }) => tick(target.checked)}
          />
          {words.was}
        </label>
        <Button variant="subtle" size="compact-md" onClick={() => onWrite(meeting)}>
          {words.change}
        </Button>
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => void together.remove(meeting.id).catch(() => undefined)}
        >
          {words.remove}
        </Button>
      </div>
    </article>
  );
}
