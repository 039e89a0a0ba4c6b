import { LEVELS, type MusicModule } from './module.ts';

/**
 * The module that is no music: a two-minute pause took heart rate below baseline
 * (Bernardi 2006, doi:10.1136/hrt.2005.064600).
 */
export const SILENCE: MusicModule = {
  id: 'silence',
  title: 'Silence',
  family: 'silence',
  levels: LEVELS,
  trigger: 'clean',
  character: 'Nothing plays.',
  why: 'In one trial a two-minute pause after music took heart rate and blood pressure below where they began.',
};

type Described = Pick<MusicModule, 'id' | 'title' | 'character' | 'why' | 'colours'>;

const builtIn = (family: 'calming' | 'activating', modules: readonly Described[]): MusicModule[] =>
  modules.map((module) => ({
    ...module,
    family,
    levels: LEVELS,
    trigger: 'clean',
    licence: 'Apache-2.0',
    lyrics: false,
  }));

/**
 * The music that ships with Attune. Each id has a score of the same name in `web/audio/modules`.
 *
 * `why` says what the piece does that music therapists use for the purpose, not what it will do to anyone.
 */
export const BUILT_IN_MODULES: readonly MusicModule[] = [
  ...builtIn('calming', [
    {
      id: 'still-water',
      title: 'Still water',
      character: 'A slow tune in felt that rises by steps and settles over long chords.',
      why: 'Soft attacks, about one chord a bar and a tune that comes back leave little to wait for.',
      colours: ['felt piano', 'pad'],
    },
    {
      id: 'night-harp',
      title: 'Night harp',
      character: 'A falling tune on a harp, over its own broken chords and a low, warm pad.',
      why: 'One plucked line that rings out and returns may help attention to settle on one thing at a time.',
      colours: ['harp', 'pad'],
    },
    {
      id: 'evening-tide',
      title: 'Evening tide',
      character: 'Voices that swell and leave, as breath does, a short tune on each breath, water far off.',
      why: 'It swells for four beats and fades for six, a pace that many people breathe slowly to.',
      colours: ['voices', 'pad', 'water'],
    },
    {
      id: 'wooden-boat',
      title: 'Wooden boat',
      character: 'A cello that sings over a nylon guitar rocking in threes.',
      why: 'An even rocking in threes is what lullabies of many places share.',
      colours: ['nylon guitar', 'cello', 'bass', 'pad'],
    },
    {
      id: 'quiet-hall',
      title: 'Quiet hall',
      character: 'A slow hymn for a small string choir whose chords melt into one another.',
      why: 'A hymn that keeps to the middle of the voice’s range, without a strong pulse, asks for no movement.',
      colours: ['strings', 'cello', 'voices'],
    },
    {
      id: 'rain-garden',
      title: 'Rain garden',
      character: 'A tune of bell tones among falling drops, with rain behind the window.',
      why: 'Mostly five notes that hardly rub, over steady rain, which many people find covers other noise.',
      colours: ['vibraphone', 'kalimba', 'rain'],
    },
    {
      id: 'hill-at-dusk',
      title: 'Hill at dusk',
      character: 'An air for a low flute in long lines, with room between them.',
      why: 'Long breaths and a held ground give the ear one slow line to follow.',
      colours: ['flute', 'strings', 'harp', 'wind'],
    },
    {
      id: 'cradle',
      title: 'Cradle',
      character: 'A lullaby of small bells over a soft left hand.',
      why: 'A simple tune that answers itself is easy to foresee, and nothing in it surprises.',
      colours: ['celesta', 'felt piano', 'pad'],
    },
  ]),
  ...builtIn('activating', [
    {
      id: 'first-light',
      title: 'First light',
      character: 'A tune for harp over bright plucked patterns, with an easy pulse.',
      why: 'A clear pulse and a major key invite small movements without pushing.',
      colours: ['nylon guitar', 'harp', 'bass', 'shaker'],
    },
    {
      id: 'open-road',
      title: 'Open road',
      character: 'A walking bass, hand drum and a rising tune.',
      why: 'A bass at walking pace and a tune that climbs go well with getting up and going.',
      colours: ['piano', 'bass', 'hand drums'],
    },
    {
      id: 'morning-market',
      title: 'Morning market',
      character: 'A marimba that dances between ukulele and shaker.',
      why: 'Light strokes off the beat make many people want to tap along.',
      colours: ['marimba', 'ukulele', 'bass', 'hand drums'],
    },
    {
      id: 'paper-kites',
      title: 'Paper kites',
      character: 'A tune for small bells, in threes, over plucked strings that skip.',
      why: 'High, short and playful sounds are heard as cheerful in most studies of musical mood.',
      colours: ['plucked strings', 'celesta', 'strings'],
    },
    {
      id: 'warm-circle',
      title: 'Warm circle',
      character: 'A ring of hand drums, a kalimba that calls and answers, and humming.',
      why: 'A steady shared pulse is what group drumming is built on.',
      colours: ['hand drums', 'kalimba', 'voices'],
    },
    {
      id: 'wide-field',
      title: 'Wide field',
      character: 'A rolling piano with strings that open out above it.',
      why: 'Rising long notes over a steady motion are often heard as hopeful.',
      colours: ['piano', 'strings', 'harp'],
    },
  ]),
  SILENCE,
];
