import { Subject } from 'rxjs';
import { syntheticSensor } from '../../devices/index.ts';
import { attune, engineConfig, type InputEvent, type SessionEvent, type Tick } from '../../engine/index.ts';
import {
  SESSION_S,
  virtualSession,
  type Arm,
  type Player,
  type SessionPlan,
  type SessionResult,
} from '../../engine/research/index.ts';

/**
 * A virtual session through the whole path: a synthetic heart beats to the person's arousal, a strap packs the beats,
 * the engine reads its packets and leads the music that the person hears. Takes a
 * hundred times as long as at the boundary.
 */
export function wholePathSession(
  plan: SessionPlan,
  { policy }: Pick<Arm, 'policy'>,
): { readonly result: SessionResult; readonly log: readonly SessionEvent[] } {
  const { person, day, session } = plan;
  const player = engineOf(policy);
  const led = virtualSession(plan, player, engineConfig());
  // People are asked to sit, and these do: without their word a long rise might be movement.
  player.hear({ type: 'tag', atMs: 0, author: 'person', tags: ['sitting'] });
  const heart = syntheticSensor({
    seed: person.number * 1000 + session,
    restingBpm: person.restingBpm,
    breathsPerMinute: person.breathsPerMinute,
    arousal: () => led.arousal,
    exercise: () => led.exercise,
    dropouts: day.fault ? [day.fault] : [],
    // Beats are made up to two seconds ahead.
    durationS: SESSION_S + 5,
    speed: 'instant',
  });
  heart.events$.subscribe((event) => {
    if (event.type !== 'packet') return;
    if (led.atS >= SESSION_S) return;
    if (day.strap) player.hear(event);
    led.second();
  });
  return { result: led.end(), log: player.log };
}

function engineOf(policy: Arm['policy']): Player {
  const inputs$ = new Subject<InputEvent | Tick>();
  const log: SessionEvent[] = [];
  let sounding: Player['sounding'];
  inputs$.pipe(attune(engineConfig(), { policy })).subscribe((event) => {
    log.push(event);
    if (event.type === 'crossfade') sounding = event.plan.to;
  });
  return {
    get sounding() {
      return sounding;
    },
    log,
    hear: (event) => inputs$.next(event),
    second: (atMs) => inputs$.next({ type: 'tick', atMs }),
  };
}
