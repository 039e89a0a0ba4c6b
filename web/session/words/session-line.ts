import type { HeartNow } from '../heart-now.ts';
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
  lift: 'growing livelier',
  land: 'landing softly',
  rest: 'resting',
  breathe: 'breathing with the circle',
  close: 'coming to a close',
  rhythm: 'keeping time',
  arrive: 'arriving',
  listen: 'listening',
  talk: 'talking',
  relax: 'letting go',
  ground: 'arriving',
  excerpt: 'the excerpt',
  clean: 'music that is good for you',
  quiet: 'quiet',
};

/** Phases of one sort, such as `breathe-6.5`, share their words. */
const phaseWords = (phase: string): string | undefined => phases[phase] ?? phases[phase.split('-')[0]!];

/** One plain line of state: "settling, 72 bpm". A phase of a protocol from elsewhere is left out. */
export function sessionLine(phase: string | undefined, heart: HeartNow): string {
  return [phase && phaseWords(phase), heartPart(heart)].filter(Boolean).join(', ');
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
