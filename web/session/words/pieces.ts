import { BUILT_IN_MODULES, type MusicModule } from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';

/** A piece in words. Titles are names and the same in every language; only silence is none. */
export type Piece = Required<Pick<MusicModule, 'title' | 'character' | 'why' | 'colours'>>;

/** As the catalogue says it, in English. */
const CATALOGUE: Readonly<Record<string, Piece>> = Object.fromEntries(
  BUILT_IN_MODULES.map(({ id, title, character, why = '', colours = [] }) => [
    id,
    { title, character, why, colours },
  ]),
);

const INSTRUMENTS: Readonly<Record<string, string>> = {
  'felt piano': 'Filzklavier',
  pad: 'Klangfläche',
  harp: 'Harfe',
  voices: 'Stimmen',
  water: 'Wasser',
  'nylon guitar': 'Konzertgitarre',
  cello: 'Cello',
  bass: 'Bass',
  strings: 'Streicher',
  vibraphone: 'Vibrafon',
  kalimba: 'Kalimba',
  rain: 'Regen',
  flute: 'Flöte',
  wind: 'Wind',
  celesta: 'Celesta',
  shaker: 'Shaker',
  piano: 'Klavier',
  'hand drums': 'Handtrommeln',
  marimba: 'Marimba',
  'plucked strings': 'gezupfte Saiten',
};

const german = (id: string, character: string, why: string): readonly [string, Piece] => [
  id,
  {
    title: id === 'silence' ? 'Stille' : (CATALOGUE[id]?.title ?? id),
    character,
    why,
    colours: (CATALOGUE[id]?.colours ?? []).map((instrument) => INSTRUMENTS[instrument] ?? instrument),
  },
];

/** All pieces that come with Attune, and silence. */
export const PIECES = spoken<Readonly<Record<string, Piece>>>({
  en: CATALOGUE,
  de: Object.fromEntries([
    german(
      'still-water',
      'Eine langsame Melodie auf Filz, die in Schritten steigt und über langen Akkorden zur Ruhe kommt.',
      'Weiche Anschläge, etwa ein Akkord pro Takt und eine Melodie, die wiederkehrt: Man muss auf wenig warten.',
    ),
    german(
      'night-harp',
      'Eine fallende Melodie auf der Harfe, über ihren eigenen Akkorden und einer tiefen, warmen Klangfläche.',
      'Eine gezupfte Linie, die ausklingt und wiederkehrt, kann der Aufmerksamkeit helfen, bei einer Sache zu bleiben.',
    ),
    german(
      'evening-tide',
      'Stimmen, die anschwellen und gehen wie der Atem, auf jedem Atem eine kurze Melodie, Wasser in der Ferne.',
      'Es schwillt über vier Schläge an und verklingt über sechs, ein Tempo, in dem viele langsam atmen.',
    ),
    german(
      'wooden-boat',
      'Ein Cello, das über einer Konzertgitarre singt, die im Dreiertakt schaukelt.',
      'Ein gleichmäßiges Schaukeln im Dreiertakt ist Wiegenliedern aus vielen Gegenden gemeinsam.',
    ),
    german(
      'quiet-hall',
      'Ein langsamer Choral für einen kleinen Streicherchor, dessen Akkorde ineinander übergehen.',
      'Ein Choral in der Mitte des Stimmumfangs, ohne starken Puls, verlangt keine Bewegung.',
    ),
    german(
      'rain-garden',
      'Eine Melodie aus Glockentönen zwischen fallenden Tropfen, mit Regen hinter dem Fenster.',
      'Meist fünf Töne, die sich kaum reiben, über stetigem Regen; viele finden, dass er andere Geräusche überdeckt.',
    ),
    german(
      'hill-at-dusk',
      'Eine Weise für eine tiefe Flöte in langen Linien, mit Raum dazwischen.',
      'Lange Atembögen und ein liegender Grundton geben dem Ohr eine einzige langsame Linie, der es folgen kann.',
    ),
    german(
      'cradle',
      'Ein Wiegenlied aus kleinen Glocken über einer weichen linken Hand.',
      'Eine einfache Melodie, die sich selbst antwortet, lässt sich leicht vorausahnen, und nichts überrascht.',
    ),
    german(
      'first-light',
      'Helle gezupfte Muster mit einem leichten Puls.',
      'Ein klarer Puls und eine Dur-Tonart laden zu kleinen Bewegungen ein, ohne zu drängen.',
    ),
    german(
      'open-road',
      'Ein gehender Bass, eine Handtrommel und eine steigende Melodie.',
      'Ein Bass im Gehtempo und eine Melodie, die steigt, passen gut zum Aufstehen und Losgehen.',
    ),
    german(
      'morning-market',
      'Eine Marimba, die zwischen einer kleinen Gitarre und einem Shaker tanzt.',
      'Leichte Schläge neben dem Takt machen vielen Lust, mitzuklopfen.',
    ),
    german(
      'paper-kites',
      'Gezupfte Saiten, die im Dreiertakt unter kleinen Glocken hüpfen.',
      'Hohe, kurze und spielerische Klänge gelten in den meisten Studien zur Stimmung von Musik als heiter.',
    ),
    german(
      'warm-circle',
      'Ein Kreis von Handtrommeln, eine Kalimba, die ruft und antwortet, und Summen.',
      'Auf einem gleichmäßigen gemeinsamen Puls beruht das Trommeln in der Gruppe.',
    ),
    german(
      'wide-field',
      'Ein rollendes Klavier mit Streichern, die sich darüber öffnen.',
      'Steigende lange Töne über einer gleichmäßigen Bewegung werden oft als hoffnungsvoll gehört.',
    ),
    german(
      'silence',
      'Nichts spielt.',
      'In einem Versuch sanken Puls und Blutdruck in einer Pause von zwei Minuten nach Musik unter den ' +
        'Ausgangswert.',
    ),
  ]),
});

/** Absent: none of Attune's own. */
export const pieceOf = (id: string): Piece | undefined => PIECES[id];
