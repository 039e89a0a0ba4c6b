import type { Script } from './script.ts';

/** How a phase was left: it had run through, the person went on, the music was over, or they finished. */
export const LEFT = ['through', 'early', 'music-over', 'finished'] as const;
export type Left = (typeof LEFT)[number];

/** What a script concludes, for the log; never a word of the person's. Ratings are the session's own events. */
export interface ScriptNote {
  readonly what: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What one field of an event may be. */
type Field = { readonly oneOf: readonly string[] } | { readonly from: number; readonly to: number };

type Events = Readonly<Record<string, Readonly<Record<string, Field>>>>;

/**
 * The fields of each event that these scripts may log, by its `what`. An unanswered question leaves no event.
 * `afterS`: whole seconds in the phase, pauses left out.
 */
export function scriptEvents(scripts: readonly Script[]): Events {
  const phase = { oneOf: distinct(scripts.flatMap(({ phases }) => phases.map(({ id }) => id))) };
  const closings = scripts.flatMap(({ closing }) => (closing?.asks === 'feeling' ? [closing] : []));
  const answers: Events = Object.fromEntries(
    closings.map(({ what }) => {
      const same = closings.filter((one) => one.what === what);
      return [what, { feels: { oneOf: distinct(same.flatMap((one) => one.answers.map(({ id }) => id))) } }];
    }),
  );
  return {
    'script-begun': { script: { oneOf: scripts.map(({ id }) => id) } },
    'phase-entered': { phase },
    'phase-left': { phase, how: { oneOf: LEFT }, afterS: { from: 0, to: 3600 } },
    'words-paused': { phase },
    'words-resumed': { phase },
    ...answers,
  };
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];
