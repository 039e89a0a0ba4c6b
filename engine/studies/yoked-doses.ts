import type { YokedDose } from '../dosing/events.ts';
import type { SessionEvent } from '../session/signal.ts';

/**
 * The doses of a session, to be given again to somebody else whatever their heart does: a sham arm that has the
 * same music, the same changes and the same minutes, and lacks only the link to the listener.
 */
export function yokedDoses(log: readonly SessionEvent[]): readonly YokedDose[] {
  const startMs = log[0]?.atMs ?? 0;
  const doses: YokedDose[] = [];
  for (const event of log) {
    if (event.type !== 'decision') continue;
    const { module, family, level } = event;
    const last = doses.at(-1);
    if (last?.module === module && last.level === level) continue;
    doses.push({ atS: (event.atMs - startMs) / 1000, module, family, level });
  }
  return doses;
}
