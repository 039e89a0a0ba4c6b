import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalWeekday,
  type ICalRepeatingOptions,
} from 'ical-generator';
import { dayStart, weekdayOf } from './calendar.ts';
import type { Reminder } from './reminders.ts';

const DAYS = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
];

interface CalendarFile {
  /** What every reminder says. Nothing else in the file says what it is for. */
  readonly title: string;
  readonly reminders: readonly Reminder[];
  /** A day of its own, once, from ten in the morning; midnight of it. Absent: none. */
  readonly reviewMs?: number;
  readonly nowMs: number;
  readonly newId: () => string;
}

/**
 * A calendar with one event a reminder, each week on its days at its time, by the clock on the wall wherever one is
 * (RFC 5545, floating time), with an alarm as it begins; and one for the day on which the plan is looked at again.
 */
export function calendarFile({ title, reminders, reviewMs, nowMs, newId }: CalendarFile): string {
  const calendar = ical({
    prodId: { company: 'calendar', product: 'calendar' },
    method: ICalCalendarMethod.PUBLISH,
  });
  const event = (start: Date, minutes: number, repeating?: ICalRepeatingOptions): void => {
    calendar
      .createEvent({
        ...{ id: newId(), stamp: new Date(nowMs), floating: true, summary: title, start },
        end: new Date(start.getTime() + minutes * 60_000),
        ...(repeating && { repeating }),
      })
      .createAlarm({ type: ICalAlarmType.display, trigger: 0, description: title });
  };
  for (const { days, atMin, minutes } of reminders)
    event(firstOf(days, atMin, nowMs), minutes, {
      freq: ICalEventRepeatingFreq.WEEKLY,
      byDay: days.map((day) => DAYS[day]!),
    });
  if (reviewMs !== undefined) event(wallClock(reviewMs, REVIEW_AT_MIN), REVIEW_MINUTES);
  return calendar.toString();
}

/** Ten in the morning is within nobody's usual quiet hours. */
const REVIEW_AT_MIN = 10 * 60;
const REVIEW_MINUTES = 30;

/** Its first day from today on. */
function firstOf(days: readonly number[], atMin: number, nowMs: number): Date {
  const ahead = [0, 1, 2, 3, 4, 5, 6].find((more) => days.includes(weekdayOf(dayStart(nowMs, more)))) ?? 0;
  return wallClock(dayStart(nowMs, ahead), atMin);
}

/** The fields of UTC hold the clock on the wall: that is what is written. */
function wallClock(dayMs: number, atMin: number): Date {
  const day = new Date(dayMs);
  return new Date(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate(), 0, atMin));
}
