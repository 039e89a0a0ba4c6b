import { language, spoken, type Translated } from '../../../kit/language.ts';
import { readTune, type WrittenLine } from './read-tune.ts';
import type { Tune } from './tune.ts';

/**
 * Songs of our own, and folk songs that nobody owns any more: their tunes and words are older than any copyright of
 * today. Harmonies are ours, as few chords as the tune bears. Easiest first.
 */

/** Lines with their tones, which both languages share; `spoken` is for words alone. */
const inLanguage = (lines: Translated<readonly WrittenLine[]>): readonly WrittenLine[] => lines[language];

const SAME_ROUND = 'C:2 C:2 C:2 C:2';
const row = (): Tune =>
  readTune(
    {
      ...{ id: 'row', title: 'Row, Row, Row Your Boat', by: 'Traditional, printed in 1881' },
      ...{ beatsPerBar: 2, upbeat: 0, tempoBpm: 52 },
    },
    [
      [
        SAME_ROUND,
        'c4:1:Row, c4:1:row, c4:2/3:row d4:1/3:your e4:1:boat e4:2/3:gent- d4:1/3:ly e4:2/3:down f4:1/3:the ' +
          'g4:2:stream.',
      ],
      [
        SAME_ROUND,
        'c5:1/3:Mer- c5:1/3:ri- c5:1/3:ly, g4:1/3:mer- g4:1/3:ri- g4:1/3:ly, e4:1/3:mer- e4:1/3:ri- e4:1/3:ly, ' +
          'c4:1/3:mer- c4:1/3:ri- c4:1/3:ly, g4:2/3:life f4:1/3:is e4:2/3:but d4:1/3:a c4:2:dream.',
      ],
    ],
  );

/** One tune with words in each language. */
const brother = (): Tune =>
  readTune(
    {
      id: 'brother',
      ...spoken({
        en: { title: 'Brother John', by: 'Traditional, France, 18th century' },
        de: { title: 'Bruder Jakob', by: 'aus Frankreich, 18. Jahrhundert' },
      }),
      ...{ beatsPerBar: 4, upbeat: 0, tempoBpm: 84 },
    },
    spoken({
      en: brotherLines(
        ['Are', 'you', 'sleep-', 'ing,'],
        ['Broth-', 'er', 'John?'],
        ['Morn-', 'ing', 'bells', 'are', 'ring-', 'ing.'],
      ),
      de: brotherLines(
        ['Bru-', 'der', 'Ja-', 'kob,'],
        ['schläfst', 'du', 'noch?'],
        ['Hörst', 'du', 'nicht', 'die', 'Glo-', 'cken?'],
      ),
    }),
  );

function brotherLines(
  call: readonly string[],
  asked: readonly string[],
  bells: readonly string[],
): readonly WrittenLine[] {
  const sung = (tones: readonly string[], words: readonly string[]) =>
    tones.map((tone, i) => `${tone}:${words[i]!}`).join(' ');
  const twice = (text: string): string => `${text} ${text}`;
  return [
    ['C:8', twice(sung(['c4:1', 'd4:1', 'e4:1', 'c4:1'], call))],
    ['C:8', twice(sung(['e4:1', 'f4:1', 'g4:2'], asked))],
    ['C:8', twice(sung(['g4:.5', 'a4:.5', 'g4:.5', 'f4:.5', 'e4:1', 'c4:1'], bells))],
    ['C:8', twice(sung(['c4:1', 'g3:1', 'c4:2'], ['ding,', 'dang,', 'dong.']))],
  ];
}

const valley = (): Tune =>
  readTune(
    {
      ...{ id: 'valley', title: 'Down in the Valley', by: 'Traditional, Kentucky, 19th century' },
      ...{ beatsPerBar: 3, upbeat: 1, tempoBpm: 88 },
    },
    [
      [
        'D:10 A:8',
        'a3:1:Down d4:1:in f#4:1:the a4:1:val- f#4:5:ley, e4:1:the f#4:1:val- e4:1:ley d4:1:so e4:5:low,',
      ],
      [
        'A:10 D:5',
        'a3:1:hang c#4:1:your e4:1:head g4:1:o- f#4:2:ver, e4:1:_ e4:1:hear d4:1:the c#4:1:wind d4:5:blow.',
      ],
    ],
  );

/** Beethoven's tune; the words are ours, as Schiller's speak of a fire that one is drunk with. */
const morning = (): Tune =>
  readTune(
    {
      id: 'morning',
      ...spoken({
        en: { title: 'Morning at the Window', by: 'Tune: Beethoven, 1824. Words: Attune' },
        de: { title: 'Morgen am Fenster', by: 'Melodie: Beethoven, 1824. Worte: Attune' },
      }),
      ...{ beatsPerBar: 4, upbeat: 0, tempoBpm: 80 },
    },
    inLanguage({
      en: [
        ['D:4 A:4', 'f#4:1:Morn- f#4:1:ing, g4:1:come a4:1:in a4:1:at g4:1:the f#4:1:win- e4:1:dow,'],
        ['D:4 A:4', 'd4:1:light d4:1:on e4:1:ta- f#4:1:ble, f#4:1.5:cup e4:.5:and e4:2:door;'],
        ['D:4 A:4', 'f#4:1:what f#4:1:was g4:1:heav- a4:1:y a4:1:late g4:1:last f#4:1:eve- e4:1:ning'],
        ['D:4 A:2 D:2', 'd4:1:is d4:1:not e4:1:heav- f#4:1:y e4:1.5:an- d4:.5:y d4:2:more.'],
      ],
      de: [
        ['D:4 A:4', 'f#4:1:Mor- f#4:1:gen, g4:1:komm a4:1:zu a4:1:mei- g4:1:nem f#4:1:Fens- e4:1:ter,'],
        ['D:4 A:4', 'd4:1:leg d4:1:dein e4:1:Licht f#4:1:auf f#4:1.5:Tisch e4:.5:und e4:2:Tür;'],
        ['D:4 A:4', 'f#4:1:was f#4:1:mir g4:1:ges- a4:1:tern a4:1:schwer g4:1:ge- f#4:1:we- e4:1:sen,'],
        ['D:4 A:2 D:2', 'd4:1:geht d4:1:viel- e4:1:leicht f#4:1:ein e4:1.5:Stück d4:.5:von d4:2:mir.'],
      ],
    }),
  );

const rain = (): Tune =>
  readTune(
    {
      id: 'rain',
      ...spoken({
        en: { title: 'Slow Rain', by: 'Attune' },
        de: { title: 'Regen am Fenster', by: 'Attune' },
      }),
      ...{ beatsPerBar: 3, upbeat: 0, tempoBpm: 84 },
    },
    inLanguage({
      en: [
        ['Am:6 Em:6', 'a4:2:Slow a4:1:rain c5:1:on b4:1:the a4:1:win- b4:3:dow, r:3'],
        ['Am:6 Em:6', 'a4:2:soft c5:1:light a4:2:on a4:1:the g4:3:floor. r:3'],
        ['Am:6 Em:6', 'a4:2:I a4:1:don’t c5:1:need b4:1:to a4:1:hur- b4:3:ry, r:3'],
        ['Em:6 Am:6', 'g4:2:no g4:1:one b4:2:at g4:1:the a4:3:door. r:3'],
      ],
      de: [
        ['Am:6 Em:6', 'a4:2:Re- a4:1:gen c5:1:an b4:1:dem a4:1:Fens- b4:3:ter, r:3'],
        ['Am:6 Em:6', 'a4:2:Licht c5:1:fällt a4:2:in a4:1:den g4:3:Raum. r:3'],
        ['Am:6 Em:6', 'a4:2:Muss a4:1:mich c5:1:gar b4:1:nicht a4:1:ei- b4:3:len, r:3'],
        ['Em:6 Am:6', 'g4:2:sit- g4:1:ze b4:2:wie g4:1:im a4:3:Traum. r:3'],
      ],
    }),
  );

const grace = (): Tune =>
  readTune(
    {
      ...{ id: 'grace', title: 'Amazing Grace', by: 'Words: John Newton, 1779. Tune: 1829' },
      ...{ beatsPerBar: 3, upbeat: 1, tempoBpm: 76 },
    },
    [
      [
        'G:7 C:3 G:2',
        'd4:1:A- g4:2:maz- b4:.5:ing g4:.5:_ b4:2:grace, a4:1:how g4:2:sweet e4:1:the d4:2:sound',
      ],
      ['G:7 D:5', 'd4:1:that g4:2:saved b4:.5:a g4:.5:_ b4:2:wretch a4:1:like d5:5:me.'],
      ['G:7 C:3 G:2', 'b4:1:I d5:2:once b4:.5:was g4:.5:_ b4:2:lost, a4:1:but g4:2:now e4:1:am d4:2:found,'],
      ['G:4 D:3 G:5', 'd4:1:was g4:2:blind, b4:.5:but g4:.5:_ b4:2:now a4:1:I g4:5:see.'],
    ],
  );

const thoughts = (): Tune =>
  readTune(
    {
      ...{ id: 'thoughts', title: 'Die Gedanken sind frei', by: 'Worte und Weise um 1800' },
      ...{ beatsPerBar: 3, upbeat: 1, tempoBpm: 100 },
    },
    [
      [
        'G:7 D7:3 G:2',
        'd4:.5:Die d4:.5:Ge- g4:1:dan- g4:1:ken b4:.5:sind g4:.5:_ d4:2:frei, d4:1:wer c4:1:kann a3:1:sie ' +
          'd4:1:er- b3:1:ra- g3:1:ten,',
      ],
      [
        'G:7 D7:3 G:2',
        'd4:1:sie g4:1:flie- g4:1:hen b4:.5:vor- g4:.5:_ d4:2:bei d4:1:wie c4:1:nächt- a3:1:li- d4:1:che ' +
          'b3:1:Schat- g3:1:ten.',
      ],
      [
        'G:1 D7:3 G:3 D7:3 G:2',
        'g4:1:Kein f#4:1:Mensch a4:1:kann f#4:1:sie g4:1:wis- b4:1:sen, g4:1:kein f#4:1:Jä- a4:1:ger f#4:1:er- ' +
          'g4:1:schie- b4:1:ßen.',
      ],
      [
        'G:1 C:3 G:3 D7:3 G:2',
        'g4:1:Es e4:1:blei- e4:1:bet g4:.5:da- e4:.5:_ d4:2:bei: d4:.5:Die b4:.5:Ge- b4:.5:dan- a4:.5:_ g4:1:ken ' +
          'f#4:1:sind g4:2:frei.',
      ],
    ],
  );

const land = (): Tune => {
  const found = (end: string): string =>
    'b4:.5:wo g4:.5:wir a4:.5:uns b4:.5:fin- d5:.5:_ c5:.5:den b4:.5:wohl a4:.5:un- g4:.5:ter a4:.5:Lin- c5:.5:_ ' +
    `b4:.5:den a4:.5:zur ${end}`;
  return readTune(
    {
      ...{ id: 'land', title: 'Kein schöner Land', by: 'Anton Wilhelm von Zuccalmaglio, 1840' },
      ...{ beatsPerBar: 3, upbeat: 0.5, tempoBpm: 66 },
    },
    [
      ['G:3.5 D:2.5', 'd4:.5:Kein d4:.5:schö- d4:.5:ner g4:1:Land b4:1:in a4:.5:die- g4:.5:ser a4:1.5:Zeit'],
      ['G:3.5 D:2.5', 'd4:.5:als d4:.5:hier d4:.5:das g4:1:uns- b4:1:re a4:.5:weit g4:.5:und a4:1.5:breit,'],
      ['G:3.5 D:3 G:2.5', found('g4:.5:A- a4:.5:bend- b4:1:zeit, r:.5')],
      ['G:3.5 D:4.5 G:1', found('g4:.5:A- f#4:1:bend- g4:1:zeit.')],
    ],
  );
};

const moon = (): Tune =>
  readTune(
    {
      ...{ id: 'moon', title: 'Der Mond ist aufgegangen' },
      ...{ by: 'Worte: Matthias Claudius, 1779. Weise: J. A. P. Schulz, 1790' },
      ...{ beatsPerBar: 4, upbeat: 1, tempoBpm: 66 },
    },
    [
      ['C:1 G:1 C:1 F:1 C:1 G:2 C:1', 'c4:1:Der d4:1:Mond c4:1:ist f4:1:auf- e4:1:ge- d4:2:gan- c4:1:gen,'],
      ['C:3 F:1 C:1 F:2 C:1', 'e4:1:die e4:1:gold- e4:1:nen a4:1:Stern- g4:1:lein f4:2:pran- e4:1:gen'],
      ['C:3 F:1 C:1 G:3', 'e4:1:am e4:1:Him- e4:1:mel f4:1:hell e4:1:und d4:3:klar;'],
      [
        'C:1 G:1 C:1 F:1 C:1 G:2 C:1',
        'c4:1:der d4:1:Wald c4:1:steht f4:1:schwarz e4:1:und d4:2:schwei- c4:1:get,',
      ],
      ['C:3 F:1 C:1 F:2 C:1', 'e4:1:und e4:1:aus e4:1:den a4:1:Wie- g4:1:sen f4:2:stei- e4:1:get'],
      ['C:3 F:1 C:1 G:2 C:1', 'e4:1:der e4:1:wei- e4:1:ße f4:1:Ne- e4:1:bel d4:1:wun- d4:1:der- c4:1:bar.'],
    ],
  );

/** The words of `here` in the language of the page; the tune is one. */
const here = (): Tune =>
  readTune(
    {
      id: 'here',
      ...spoken({ en: { title: 'Still Here', by: 'Attune' }, de: { title: 'Noch hier', by: 'Attune' } }),
      ...{ beatsPerBar: 4, upbeat: 0, tempoBpm: 72 },
    },
    spoken({
      en: hereLines([
        'Morn- ing comes a- round the cor- ner',
        'and the ket- tle starts to sing,',
        'noth- ing big and noth- ing bro- ken,',
        'I am here for ev- ery- thing.',
        'Still here, still here,',
        'breath by breath and day by day,',
        'still here, still here,',
        'that is all I have to say.',
      ]),
      de: hereLines([
        'Mor- gen kommt um mei- ne E- cke,',
        'und der Kes- sel singt sein Lied,',
        'nichts ist groß und nichts zer- bro- chen,',
        'ich bin da, was auch ge- schieht.',
        'Noch hier, noch hier,',
        'A- tem- zug um A- tem- zug,',
        'noch hier, noch hier,',
        'mehr ist nicht und ist ge- nug.',
      ]),
    }),
  );

function hereLines(words: readonly string[]): readonly WrittenLine[] {
  const tones: readonly WrittenLine[] = [
    ['G:4 D:4', 'g4:1 b4:1 b4:1 a4:.5 g4:.5 f#4:1 a4:1 a4:2'],
    ['Em:4 C:4', 'g4:1 g4:1 b4:1 a4:.5 g4:.5 e4:1 g4:3'],
    ['G:4 D:4', 'g4:1 b4:1 d5:1 b4:.5 g4:.5 a4:1 a4:1 f#4:2'],
    ['C:4 G:4', 'e4:1 g4:1 c5:1 b4:.5 a4:.5 b4:1 g4:3'],
    ['Em:4 C:4', 'g4:1 b4:3 e4:1 g4:3'],
    ['G:4 D:4', 'd4:1 g4:1 b4:1 a4:.5 g4:.5 a4:1 f#4:3'],
    ['Em:4 C:4', 'g4:1 b4:3 e4:1 g4:3'],
    ['D:4 G:4', 'a4:1 a4:1 f#4:1 g4:.5 a4:.5 b4:1 g4:3'],
  ];
  return tones.map(([chords, melody], i): WrittenLine => {
    const syllables = words[i]!.split(' ');
    return [
      chords,
      melody
        .split(' ')
        .map((tone, n) => `${tone}:${syllables[n]!}`)
        .join(' '),
    ];
  });
}

/** The songs of this page's language, easiest first. */
export const TUNES: readonly Tune[] = spoken({
  en: () => [row, brother, rain, valley, morning, grace, here],
  de: () => [brother, rain, morning, thoughts, land, here, moon],
})().map((write) => write());
