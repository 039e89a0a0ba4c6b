import { ICalCalendarMethod, ICalAlarmType, ICalEventRepeatingFreq, ICalWeekday } from 'ical-generator';
import ical from 'ical-generator';
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
  readonly nowMs: number;
  readonly newId: () => string;
}

/**
 * A calendar with one event a reminder, each week on its days at its time, by the clock on the wall wherever one is
 * (RFC 5545, floating time), with an alarm as it begins.
 */
export function calendarFile({ title, reminders, nowMs, newId }: CalendarFile): string {
  const calendar = ical({
    prodId: { company: 'calendar', product: 'calendar' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const { days, atMin, minutes } of reminders) {
    const start = firstOf(days, atMin, nowMs);
    calendar
      .createEvent({
        id: newId(),
        stamp: new Date(nowMs),
        floating: true,
        start,
        end: new Date(start.getTime() + minutes * 60_000),
        summary: title,
        repeating: { freq: ICalEventRepeatingFreq.WEEKLY, byDay: days.map((day) => DAYS[day]!) },
      })
      .createAlarm({ type: ICalAlarmType.display, trigger: 0, description: title });
  }
  return calendar.toString();
}

/** Its first day from today on. The fields of UTC hold the clock on the wall: that is what is written. */
function firstOf(days: readonly number[], atMin: number, nowMs: number): Date {
  const ahead = [0, 1, 2, 3, 4, 5, 6].find((more) => days.includes(weekdayOf(dayStart(nowMs, more)))) ?? 0;
  const day = new Date(dayStart(nowMs, ahead));
  return new Date(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate(), 0, atMin));
}
