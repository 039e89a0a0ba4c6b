import { LEVELS, type MusicModule } from './module.ts';

/** The module that is no music: a two-minute pause took heart rate below baseline (Bernardi 2006, doi:10.1136/hrt.2005.064600). */
export const SILENCE: MusicModule = {
  id: 'silence',
  title: 'Silence',
  family: 'silence',
  levels: LEVELS,
  trigger: 'clean',
  character: 'Nothing plays.',
};

const builtIn = (
  family: 'calming' | 'activating',
  [id, title, character]: readonly [string, string, string],
): MusicModule => ({ id, title, family, levels: LEVELS, trigger: 'clean', character });

/** The music that ships with Attune. Each id has a score of the same name in `web/audio/modules`. */
export const BUILT_IN_MODULES: readonly MusicModule[] = [
  builtIn('calming', ['still-water', 'Still water', 'Slow felt chords with long tails.']),
  builtIn('calming', ['night-harp', 'Night harp', 'Single plucked notes over a low, warm pad.']),
  builtIn('calming', ['evening-tide', 'Evening tide', 'A pad that swells and leaves, as breath does.']),
  builtIn('activating', ['first-light', 'First light', 'Bright plucked patterns with an easy pulse.']),
  builtIn('activating', ['open-road', 'Open road', 'A walking bass, hand drum and a rising tune.']),
  SILENCE,
];
