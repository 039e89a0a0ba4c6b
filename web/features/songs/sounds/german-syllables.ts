/** The vowel of a syllable: where it is in the word, and how many letters. */
export interface Nucleus {
  readonly at: number;
  readonly length: number;
}

/** Letters that are one vowel together, the longest first. */
const TOGETHER = /^(eau|ieh|ie|ei|ai|ey|ay|oy|oi|au|äu|eu|aa|ee|oo|ou)/;
const VOWEL = /[aeiouyäöüéèêáàâóôíú]/;

/**
 * Where vowels that look like one are two: "Famili·en", "Muse·um", "be·enden". The mark stands for the seam; what is
 * before the first letter that belongs to the second vowel is matched.
 */
const APART: readonly RegExp[] = [
  // Foreign endings.
  /(?<=(famil|lin|lil|ser|mater|stud|tragöd|komöd|akt|präm|fol|org|host|best|pin|obil|kastan|geran|glor|petersil)i)e(?=s?$)/,
  /(?<=ari)e(?=$)/,
  /(?<=i)e(?=n$)(?<!^(sch|ersch|w|k)ie)/,
  /(?<=i)e(?=nz)/,
  /(?<=(pat|kl|or|grad|effiz|amb|ingred|rez|transp)i)e(?=nt)/,
  /(?<=(ital)i)e(?=n)/,
  /(?<=(span|belg|kanad|alger|syr|brasil|arg|ind|tunes|sard|tar)i)e(?=r)/,
  /(?<=(karr|prem)i)e(?=re)/,
  /(?<=hygi)e/,
  /(?<=i)e(?=ll)(?<!^vie)/,
  /(?<=(dan|gabr|mur)i)e(?=l)/,
  /(?<=(p|soz|var)i)e(?=t[äé])/,
  /(?<=e)u(?=ms?$)/,
  /(?<=ä)u(?=ms?$)/,
  /(?<=e)e(?=n$)/,
  /(?<=e)e(?=ll)/,
  /(?<=(mos|kok|n|ukr|arch|pros|k)a)i(?=k|n$|v|ne|sch)(?<!^kai(?!n))/,
  /(?<=(koff|prot|kas|ath|spontan|homogen|cas)e)i(?=n|s|t)/,
  /(?<=hero)i(?=n)/,
  /(?<=(k|c)o)o(?=per|rdin)/,
  /(?<=zo)o(?=lo)/,
  // Prefixes.
  /(?<=^(un)?[bg]e)e(?=[hinrw])(?<!^bee(?=re))/,
  /(?<=^(un)?be)u(?=rt|rl|nr)/,
  /(?<=^ge)u(?=rt)/,
  /(?<=^be)i(?=nh|rr)/,
  /(?<=^ge)i(?=mpf|rrt)/,
  /(?<=^re)i(?=nk|nte|ns|mp)(?<!^rei(?=nst))/,
];

/** What any of these has; most words have none. */
const MAYBE_APART = /[ieäaou][eui]|oo/;

/** Words from elsewhere, syllable count by hand; forms of them with -s too. */
const COUNTED: Readonly<Record<string, number>> = Object.fromEntries(
  `
  team:1 beat:1 jeans:1 steak:1 dealer:2 leader:2 stream:1 dream:1 deal:1 coach:1 toast:1 soap:1 date:1 love:1
  game:1 cake:1 home:1 time:1 line:1 style:1 space:1 tape:1 phone:1 face:1 life:1 live:1 website:2 software:2
  hardware:2 online:2 offline:2 homepage:2 lifestyle:2 facebook:2 smartphone:2 highlight:2 update:2 teenager:3
  computer:3 baby:2 goethe:2 pfui:1 hui:1 cousine:3 clique:1 chance:2 branche:2 nuance:3 orange:3 balance:3 mai:1
  hawaii:3 kakao:2 niveau:2 plateau:2 suite:2 niveaus:2 blues:1 shake:1 mate:2 quiche:1 image:2 bouquet:2
  croissant:2 feature:2 adventure:3 make:1 joke:1 rave:1 groove:1 single:2 couple:2 people:2 jungle:2 dschungel:2
  queue:1 league:1 creme:1 crème:1 milieu:2 adieu:2 ingenieur:4 friseur:2 interview:3 lady:2 baseball:2 basecap:2
  pipeline:2 deadline:2 headline:2 skateboard:2 cornflakes:2 pancake:2 cheerleader:3 cheeseburger:3 sneaker:2
  beamer:2 teamgeist:2 streaming:2 saison:2 refrain:2 terrain:2 souterrain:3 portrait:2 trainer:2 training:2
  blamage:3 etage:3 garage:3 massage:3 passage:3 courage:3 blockade:3 reggae:2 aerobic:3 maestro:3 yeah:1 bye:1
  goodbye:2`
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.split(':')[0]!, Number(entry.split(':')[1])]),
);

/** A word as the rules read it: its letters alone, in lower case. */
export const germanLetters = (written: string): string =>
  written
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^a-zäöüßéèêáàâóôíúñç]/g, '');

/**
 * The vowels of a German word, one for each syllable as it is sung: "Na-ti-on" has three. By rule, and by hand
 * for words from elsewhere; a compound that ends in such a word may be counted wrong.
 */
export function nucleiOf(written: string): readonly Nucleus[] {
  const word = germanLetters(written);
  const seams = seamsOf(word);
  const found: Nucleus[] = [];
  for (let at = 0; at < word.length; at++) {
    const letter = word[at]!;
    if (!VOWEL.test(letter) || isConsonant(word, at)) continue;
    const together = TOGETHER.exec(word.slice(at))?.[0].length ?? 1;
    const seam = seams.find((place) => place > at && place < at + together);
    const length = seam === undefined ? together : seam - at;
    found.push({ at, length });
    at += length - 1;
  }
  const count = COUNTED[word] ?? COUNTED[word.replace(/s$/, '')];
  return count === undefined ? found : found.slice(0, Math.max(1, count));
}

/** The u of "qu"; y and i before a vowel at the beginning of a word. */
const isConsonant = (word: string, at: number): boolean =>
  (word[at] === 'u' && word[at - 1] === 'q') || (word[at] === 'y' && at === 0 && VOWEL.test(word[1] ?? ''));

/** Places between two vowels that only look like one. */
const seamsOf = (word: string): number[] =>
  MAYBE_APART.test(word)
    ? APART.flatMap((rule) => {
        const found = rule.exec(word);
        return found ? [found.index] : [];
      })
    : [];
