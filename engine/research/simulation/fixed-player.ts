import { SILENT } from '../../dosing/crossfade.ts';
import { BUILT_IN_MODULES } from '../../music/catalogue.ts';
import type { Cue } from '../../music/crossfade-plan.ts';
import { LEVELS, type Level } from '../../music/module.ts';
import type { Chance } from '../../maths/random.ts';
import type { Pressed } from '../../dosing/events.ts';
import type { Player } from './player.ts';
import type { VirtualPerson } from './virtual-person.ts';

/** Length of a piece in a shuffled list. */
const PIECE_MS = 210_000;

export type Programme = 'static-calm' | 'shuffle' | 'silence';

/**
 * What people do without Attune. `static-calm`: one quiet piece throughout, not one that the person would never put on.
 * `shuffle`: pieces as they come, of any kind. Both obey the person's presses; "too much" and stop mean silence.
 */
export function fixedPlayer(programme: Programme, person: VirtualPerson, next: Chance): Player {
  let sounding = SILENT;
  let dueMs = 0;
  let quiet = programme === 'silence';
  const draw = (but?: string): Cue => {
    const pieces = [...BUILT_IN_MODULES, ...(person.profile.ownTracks ?? [])].filter(
      ({ id, family, trigger }) =>
        id !== but &&
        (programme === 'shuffle'
          ? family !== 'silence'
          : family === 'calming' && trigger === 'clean' && !person.profile.triggers.includes(id)),
    );
    const { id, family } = pieces[Math.floor(next() * pieces.length)]!;
    const level = programme === 'shuffle' ? LEVELS[Math.floor(next() * LEVELS.length)]! : 1;
    return { module: id, family, level };
  };
  const change = (atMs: number) => {
    sounding = draw(sounding.module);
    dueMs = programme === 'shuffle' ? atMs + PIECE_MS : Infinity;
  };
  const press = ({ button, atMs }: Pressed) => {
    if (button === 'stop' || button === 'too-much') [quiet, sounding] = [true, SILENT];
    else if (button === 'skip') change(atMs);
    else if (button === 'calmer') sounding = { ...sounding, level: moved(sounding.level, -1) };
    else if (button === 'livelier') sounding = { ...sounding, level: moved(sounding.level, 1) };
  };
  return {
    get sounding() {
      return sounding;
    },
    log: [],
    hear(event) {
      if (event.type === 'press' && !quiet) press(event);
      if (event.type === 'session-started' && !quiet) change(event.atMs);
    },
    second(atMs) {
      if (!quiet && atMs >= dueMs) change(atMs);
    },
  };
}

const moved = (level: Level, by: 1 | -1): Level => LEVELS[level - 1 + by] ?? level;
