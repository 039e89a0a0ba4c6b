import type { EngineConfig } from '../config/engine-config.ts';
import type { CrossfadePlan, Cue } from '../music/crossfade-plan.ts';

type Fades = Pick<EngineConfig, 'doseFadeS' | 'pressFadeS' | 'wakeFadeS' | 'stopFadeS'>;

/** True silence, as a cue. */
export const SILENT: Cue = { module: 'silence', family: 'silence', level: 1 };

/**
 * The plan from the current cue to the next; `undefined` if they are the same.
 * @param from absent: nothing has sounded yet
 * @param by who asked: the protocol's course or a press
 */
export function crossfade(
  { from, to, by }: { readonly from: Cue | undefined; readonly to: Cue; readonly by: 'course' | 'press' },
  fades: Fades,
): CrossfadePlan | undefined {
  const silent = from === undefined || from.family === 'silence';
  if (from && from.module === to.module && from.level === to.level) return undefined;
  const plan = { to, curve: 'equal-power' } as const;
  if (silent) {
    return to.family === 'silence'
      ? undefined
      : { ...plan, kind: 'wake', begin: 'now', durationS: fades.wakeFadeS };
  }
  if (by === 'press') return { ...plan, kind: 'press', begin: 'now', durationS: fades.pressFadeS };
  const kind = to.family === 'silence' ? 'rest' : 'dose';
  return { ...plan, kind, begin: 'phrase', durationS: fades.doseFadeS };
}

/** The fade with which dosing ends when its course is over. */
export const endPlan = ({ doseFadeS }: Fades): CrossfadePlan => ({
  kind: 'rest',
  to: SILENT,
  begin: 'now',
  durationS: doseFadeS,
  curve: 'equal-power',
});

/** To true silence at once. */
export const stopPlan = ({ stopFadeS }: Fades): CrossfadePlan => ({
  kind: 'stop',
  to: SILENT,
  begin: 'now',
  durationS: stopFadeS,
  curve: 'equal-power',
});
