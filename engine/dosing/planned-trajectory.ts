import type { EngineConfig } from '../config/engine-config.ts';
import { course } from './course.ts';
import { DoseController, type DoseMoment } from './dose-controller.ts';
import type { Protocol } from './protocols/protocol.ts';

/** A stretch of a planned course, in seconds from its start. */
export interface PlannedStretch {
  readonly fromS: number;
  readonly toS: number;
  readonly phase: string;
  /** Place on the ladder, 0 the quietest. */
  readonly rung: number | 'silence';
}

/**
 * Where a protocol leads over time, second by second as the dose controller would lead it with a constant estimate,
 * a low heart rate and no presses: for previews.
 *
 * @param arousal absent: the estimate is withheld throughout, so time alone leads
 */
export function plannedTrajectory(
  protocol: Protocol,
  config: EngineConfig,
  arousal?: number,
): readonly PlannedStretch[] {
  const now = course(protocol, 0);
  const controller = new DoseController(protocol, config);
  const stretches: PlannedStretch[] = [];
  let changedAtMs: number | undefined;
  let rung: number | 'silence' = 'silence';
  for (let atMs = 0; ; atMs += 1000) {
    const silent: boolean = rung === 'silence';
    const moment: DoseMoment = { atMs, arousal, heart: 'easy', changedAtMs, silent };
    const begun = atMs === 0 ? now.phase : now.advance(atMs, controller.reached(now.phase, arousal));
    if (begun === 'over') return closed(stretches, atMs);
    const wish = begun ? controller.enter(begun, moment) : controller.step(now.phase, moment);
    const to: number | 'silence' = wish?.rung ?? rung;
    if (to !== rung || changedAtMs === undefined) changedAtMs = atMs;
    if (to !== rung || begun) {
      closed(stretches, atMs);
      stretches.push({ fromS: atMs / 1000, toS: Infinity, phase: now.phase.id, rung: to });
    }
    rung = to;
  }
}

/** Ends the last stretch, and drops it if it has no length. */
function closed(stretches: PlannedStretch[], atMs: number): PlannedStretch[] {
  const last = stretches.pop();
  if (last && last.fromS < atMs / 1000) stretches.push({ ...last, toS: atMs / 1000 });
  return stretches;
}
