import { useState } from 'react';
import { language } from '../../kit/language.ts';
import { dayText } from '../../kit/numbers.ts';
import { dayOf, type Entry } from './entry.ts';
import { entriesText, journal as words } from './words.ts';

interface WritingDaysProps {
  readonly entries: readonly Entry[];
  readonly nowMs: number;
  /** The day that is chosen, "2026-11-27"; absent: all. */
  readonly day: string | undefined;
  readonly onDay: (day: string | undefined) => void;
}

/** From a Monday on, as this language shortens them. */
const WEEKDAYS = Array.from({ length: 7 }, (_, i) =>
  new Intl.DateTimeFormat(language, { weekday: 'narrow' }).format(new Date(2026, 10, 2 + i)),
);

/** A month in which the days with writing are shown; the others are blank paper, nothing that is missing. */
export function WritingDays({ entries, nowMs, day, onDay }: WritingDaysProps) {
  const [back, setBack] = useState(0);
  const now = new Date(nowMs);
  const first = new Date(now.getFullYear(), now.getMonth() - back, 1);
  const days = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate();
  const counts = new Map<string, number>();
  for (const { writtenAtMs } of entries)
    counts.set(dayOf(writtenAtMs), (counts.get(dayOf(writtenAtMs)) ?? 0) + 1);
  const isOldest = entries.every(({ writtenAtMs }) => writtenAtMs >= first.getTime());
  // Weeks begin on Monday.
  const lead = (first.getDay() + 6) % 7;
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' }).format(first);
  return (
    <section className="panel writing-days" aria-label={words.calendar}>
      <MonthHead
        month={month}
        onEarlier={isOldest ? undefined : () => setBack(back + 1)}
        onLater={back === 0 ? undefined : () => setBack(back - 1)}
      />
      <div className="weekdays" aria-hidden="true">
        {WEEKDAYS.map((name, i) => (
          <span key={i}>{name}</span>
        ))}
      </div>
      <ol className="days">
        {Array.from({ length: days }, (_, i) => {
          const date = new Date(first.getFullYear(), first.getMonth(), i + 1);
          const name = dayOf(date.getTime());
          const count = counts.get(name);
          return (
            <li key={name} style={i === 0 ? { gridColumnStart: lead + 1 } : undefined}>
              {count !== undefined && (
                <button
                  type="button"
                  className="day"
                  aria-pressed={name === day}
                  aria-label={`${dayText(date.getTime())}: ${entriesText(count)}`}
                  onClick={() => onDay(name === day ? undefined : name)}
                >
                  {i + 1}
                </button>
              )}
            </li>
          );
        })}
      </ol>
      <p className="hint">{words.calendar}</p>
    </section>
  );
}

interface MonthHeadProps {
  readonly month: string;
  /** Absent: nothing was written before. */
  readonly onEarlier: (() => void) | undefined;
  readonly onLater: (() => void) | undefined;
}

const MonthHead = ({ month, onEarlier, onLater }: MonthHeadProps) => (
  <div className="writing-month">
    <h2 aria-live="polite">{month}</h2>
    <button type="button" onClick={onEarlier} disabled={!onEarlier} aria-label={words.earlier}>
      ‹
    </button>
    <button type="button" onClick={onLater} disabled={!onLater} aria-label={words.later}>
      ›
    </button>
  </div>
);
