import type { KeptPractice } from './rhythm-database.ts';

/** The practices since Monday of the week of a moment, by the person's own calendar. */
export function practicesOfWeek(practices: readonly KeptPractice[], nowMs: number): readonly KeptPractice[] {
  const monday = new Date(nowMs);
  monday.setHours(0, 0, 0, 0);
  monday.setDate(monday.getDate() - ((monday.getDay() + 6) % 7));
  return practices.filter(({ atMs }) => atMs >= monday.getTime() && atMs <= nowMs);
}
