import { Subject } from 'rxjs';
import { syntheticSensor } from '../../devices/index.ts';
import { attune, engineConfig, type InputEvent, type SessionEvent, type Tick } from '../../engine/index.ts';

/** What the engine logs of a session of so many seconds with the strap of a synthetic heart. */
export function recordedLog(seconds: number): readonly SessionEvent[] {
  const log: SessionEvent[] = [];
  const inputs$ = new Subject<InputEvent | Tick>();
  inputs$.pipe(attune(engineConfig())).subscribe((event) => log.push(event));
  inputs$.next({
    ...{ type: 'session-started', atMs: 0, author: 'person', version: 1, seed: 1, configHash: 'bench' },
    ...{ protocol: 'craving-session', protocolVersion: 1, profile: { triggers: [], earlyRecovery: false } },
    source: { kind: 'strap', name: 'a synthetic heart' },
  });
  let tickAtMs = 0;
  syntheticSensor({ seed: 7, durationS: seconds, speed: 'instant' }).events$.subscribe((event) => {
    if (event.type !== 'packet') return;
    for (; tickAtMs < event.atMs; tickAtMs += 1000) inputs$.next({ type: 'tick', atMs: tickAtMs });
    inputs$.next(event);
  });
  return log;
}
