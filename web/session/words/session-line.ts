import type { HeartNow } from '../heart-now.ts';
import type { Course, SessionState } from '../session-state.ts';
import { spoken } from '../../kit/language.ts';
import { goalOf } from './protocols.ts';
import { session } from './screens.ts';
import { sensorStates } from './sensor.ts';

const phases = spoken<Readonly<Record<string, string>>>({
  en: {
    settle: 'settling',
    match: 'tuning in',
    shift: 'keeping you company',
    hold: 'staying here',
    reflect: 'coming to a close',
    meet: 'right here with you',
    ease: 'keeping you company',
    stay: 'staying with you',
    lift: 'keeping you company',
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
  },
  de: {
    settle: 'ankommen',
    match: 'einstimmen',
    shift: 'bei dir',
    hold: 'hier bleiben',
    reflect: 'zum Ende kommen',
    meet: 'ganz bei dir',
    ease: 'bei dir',
    stay: 'bleibt bei dir',
    lift: 'bei dir',
    land: 'sanft landen',
    rest: 'ausruhen',
    breathe: 'mit dem Kreis atmen',
    close: 'zum Ende kommen',
    rhythm: 'im Takt',
    arrive: 'ankommen',
    listen: 'zuhören',
    talk: 'sprechen',
    relax: 'loslassen',
    ground: 'ankommen',
    excerpt: 'der Ausschnitt',
    clean: 'Musik, die dir guttut',
    quiet: 'Stille',
  },
});

/** Phases of one sort, such as `breathe-6.5`, share their words. */
const phaseWords = (phase: string): string | undefined => phases[phase] ?? phases[phase.split('-')[0]!];

type Leading = Readonly<Record<string, Record<Course, { readonly line: string; readonly goal?: string }>>>;

/** Phases that lead somewhere are told by where the music really goes, which need not be where they lead in the end. */
const LEADING = spoken<Leading>({
  en: {
    shift: {
      down: { line: 'growing quieter' },
      up: {
        line: 'coming closer to you',
        goal: 'The music meets you where you are first, then it grows quieter.',
      },
    },
    ease: {
      down: { line: 'growing quieter' },
      up: {
        line: 'coming closer to you',
        goal: 'The music meets you where you are first, then it grows quieter.',
      },
    },
    lift: {
      up: { line: 'growing livelier' },
      down: { line: 'easing off a little', goal: 'The music eases off, so that your heart has room.' },
    },
  },
  de: {
    shift: {
      down: { line: 'wird ruhiger' },
      up: {
        line: 'kommt dir näher',
        goal: 'Die Musik holt dich erst ab, wo du gerade bist, dann wird sie ruhiger.',
      },
    },
    ease: {
      down: { line: 'wird ruhiger' },
      up: {
        line: 'kommt dir näher',
        goal: 'Die Musik holt dich erst ab, wo du gerade bist, dann wird sie ruhiger.',
      },
    },
    lift: {
      up: { line: 'wird lebhafter' },
      down: { line: 'lässt etwas nach', goal: 'Die Musik lässt nach, damit dein Herz Raum hat.' },
    },
  },
});

const bpmText = spoken<(bpm: number) => string>({
  en: (bpm) => `${bpm} bpm`,
  de: (bpm) => `Puls ${bpm}`,
});

type Standing = Pick<SessionState, 'phase' | 'goal' | 'course' | 'start'>;

const leading = ({ phase, course }: Standing) => (phase && course ? LEADING[phase]?.[course] : undefined);

/** One plain line of state: "settling, 72 bpm". A phase of a protocol from elsewhere is left out. */
export function sessionLine(standing: Standing, heart: HeartNow): string {
  const { phase } = standing;
  const words = leading(standing)?.line ?? (phase && phaseWords(phase));
  return [words, heartPart(heart)].filter(Boolean).join(', ');
}

/** What the phase is for; where the music goes the other way just now, what that is for. */
export const goalLine = (standing: Standing): string | undefined =>
  leading(standing)?.goal ?? goalOf(standing.start, standing.phase) ?? standing.goal;

function heartPart(heart: HeartNow): string {
  switch (heart.kind) {
    case 'none':
      return session.noStrap;
    case 'unknown':
      return sensorStates[heart.sensor];
    case 'known':
      return bpmText(heart.bpm);
  }
}

/** `m:ss`. */
export const minutes = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
