import { engineConfig, type EngineConfig } from '../../config/engine-config.ts';
import { MEETINGS, ruledMeeting } from '../../dosing/meeting.ts';
import type { DosingPolicy } from '../../dosing/policy.ts';
import { BUILT_IN_MODULES } from '../../music/catalogue.ts';
import type { MusicModule } from '../../music/module.ts';
import { chance } from '../../maths/random.ts';
import type { Meeting } from '../../dosing/profile.ts';
import type { LoggedPick } from '../../dosing/learning/logged-session.ts';

/** A pick as the other policy would have made it. */
export interface ComparedPick {
  readonly pick: LoggedPick;
  /** The target policy's probabilities of what was eligible. */
  readonly target: readonly number[];
  /** Target's probability of what was chosen over that of the policy that chose it. */
  readonly ratio: number;
}

/** Asks `target` about each pick that was the logging policy's own; overrides are left out. */
export function comparedPicks(picks: readonly LoggedPick[], target: DosingPolicy): readonly ComparedPick[] {
  return picks
    .filter(({ override }) => !override)
    .map((pick) => {
      const { eligible, context, probabilities, chosen } = pick;
      // A policy's probabilities do not depend on its dice, so any will do.
      const asked = target.pick(eligible.map(moduleOf), context, chance(0));
      return {
        pick,
        target: asked.probabilities,
        ratio: asked.probabilities[chosen]! / probabilities[chosen]!,
      };
    });
}

/** Policies go by the id; for music that is no longer in the catalogue the rest is unknown. */
function moduleOf(id: string): MusicModule {
  const known = BUILT_IN_MODULES.find((module) => module.id === id);
  return (
    known ?? { id, title: id, family: 'calming', levels: [1, 2, 3, 4, 5], trigger: 'unknown', character: '' }
  );
}

/**
 * Target's probability of where the person was met over that of the policy that
 * led; 1 where both leave it to the rules.
 */
export function meetingRatio(
  meeting: Meeting | undefined,
  target: DosingPolicy,
  config: Pick<EngineConfig, 'matchBelow'> = engineConfig(),
): number {
  const asked = target.meet?.();
  if (!meeting && !asked) return 1;
  const ruled = ruledMeeting(config);
  const logged = meeting?.probabilities ?? ruled;
  const at = meeting ? MEETINGS.indexOf(meeting.below) : ruled.indexOf(1);
  return (asked ?? ruled)[at]! / logged[at]!;
}
