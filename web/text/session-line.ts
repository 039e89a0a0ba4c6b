import type { HeartNow } from '../session/heart-now.ts';
import { session } from './screens.ts';
import { sensorStates } from './sensor.ts';

const phases: Record<string, string> = {
  settle: 'settling',
  match: 'tuning in',
  shift: 'growing quieter',
  hold: 'staying here',
  reflect: 'coming to a close',
  meet: 'right here with you',
  ease: 'growing quieter',
  stay: 'staying with you',
};

/** One plain line of state: "settling, 72 bpm". A phase of a protocol from elsewhere is left out. */
export function sessionLine(phase: string | undefined, heart: HeartNow): string {
  return [phase && phases[phase], heartPart(heart)].filter(Boolean).join(', ');
}

function heartPart(heart: HeartNow): string {
  switch (heart.kind) {
    case 'none':
      return session.noStrap;
    case 'unknown':
      return sensorStates[heart.sensor];
    case 'known':
      return `${heart.bpm} bpm`;
  }
}

/** `m:ss`. */
export const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
