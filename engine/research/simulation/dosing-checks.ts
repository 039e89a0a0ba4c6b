import { nearestRung } from '../../music/ladder.ts';
import type { Cue } from '../../music/crossfade-plan.ts';
import type { DoseDecision } from '../../dosing/events.ts';
import type { Profile } from '../../dosing/profile.ts';
import type { SessionEvent } from '../../session/signal.ts';

/** What a session's log says about the promises that dosing makes. Counted from the log alone. */
export interface DosingChecks {
  readonly sessions: number;
  readonly decisions: number;
  /** Chosen though not allowed, or sounding without a decision, or barred by the profile. */
  readonly shieldBroken: number;
  /** More than one rung from music to music without a press. */
  readonly jumps: number;
  /** What sounds changed less than 60 s after it last did, and nobody pressed; the fade at the end does not count. */
  readonly flutters: number;
  readonly presses: number;
  readonly halts: number;
}

const LEAST_MS = 60_000;

export function dosingChecks(log: readonly SessionEvent[]): DosingChecks {
  const counts = {
    sessions: 1,
    decisions: 0,
    shieldBroken: 0,
    jumps: 0,
    flutters: 0,
    presses: 0,
    halts: 0,
  };
  let barred: readonly string[] = [];
  let decided: DoseDecision | undefined;
  let sounding: Cue | undefined;
  let changedMs = -Infinity;
  let halted = false;
  for (const event of log) {
    if (event.type === 'session-started') barred = barredBy(event.profile);
    if (event.type === 'press') counts.presses += 1;
    if (event.type === 'halt') {
      counts.halts += 1;
      halted = true;
    }
    if (event.type === 'decision') {
      counts.decisions += 1;
      decided = event;
      halted = false;
      if (!event.eligible.includes(event.module) || barred.includes(event.module)) counts.shieldBroken += 1;
    }
    if (event.type !== 'crossfade') continue;
    const { to, kind } = event.plan;
    if (to.family !== 'silence' && to.module !== decided?.module) counts.shieldBroken += 1;
    const byPress = kind === 'press' || kind === 'stop' || decided?.reason.startsWith('asked-');
    if (!byPress) {
      const jump = sounding && rungsBetween(sounding, to);
      if (jump !== undefined && jump > 1) counts.jumps += 1;
      if (sounding && !halted && event.atMs - changedMs < LEAST_MS) counts.flutters += 1;
    }
    sounding = to;
    changedMs = event.atMs;
  }
  return counts;
}

/** What must not sound in any case: triggers, what was set aside, in early recovery what nobody has judged. */
const barredBy = ({
  triggers,
  quarantined = [],
  ownTracks = [],
  earlyRecovery,
}: Profile): readonly string[] => [
  ...triggers,
  ...quarantined,
  ...ownTracks
    .filter(({ trigger }) => trigger === 'trigger' || (trigger === 'unknown' && earlyRecovery))
    .map(({ id }) => id),
];

/** Sums of counts. */
export function addChecks(a: DosingChecks, b: DosingChecks): DosingChecks {
  const names = Object.keys(a) as (keyof DosingChecks)[];
  return Object.fromEntries(names.map((name) => [name, a[name] + b[name]])) as unknown as DosingChecks;
}

/** `undefined` where one of them is silence. */
function rungsBetween(a: Cue, b: Cue): number | undefined {
  if (a.family === 'silence' || b.family === 'silence') return undefined;
  const [from, to] = [
    { family: a.family, level: a.level },
    { family: b.family, level: b.level },
  ];
  return Math.abs(nearestRung(from) - nearestRung(to));
}
