import { germanLetters, nucleiOf, type Nucleus } from './german-syllables.ts';
import { stressedOf } from './german-stress.ts';

/** What two German words share that rhyme, and two that nearly do. */
export interface GermanEnd {
  readonly perfect: string;
  readonly near: string;
  /** The last syllable alone, where it is heavy: "heit" of "Vergangenheit", which a song may rhyme with "Zeit". */
  readonly last?: string;
}

/**
 * The end of a word from its stressed vowel on, as it sounds rather than as it is spelled: "Zeit" and "Leid" are one,
 * "Gruß" and "Fluss" are not. `undefined`: it has no vowel.
 *
 * @param nuclei  its vowels, where they are known already
 */
export function germanEnd(written: string, nuclei = nucleiOf(written)): GermanEnd | undefined {
  const word = germanLetters(written);
  const stressed = stressedOf(word, nuclei);
  if (nuclei.length === 0) return undefined;
  const sounds = nuclei.slice(stressed).map((nucleus, i, rest) => {
    const next = rest[i + 1];
    const after = word.slice(nucleus.at + nucleus.length, next?.at);
    // The noun is long, the adverb short.
    const short = !next && (SHORT_WORDS.test(word) || written === 'weg');
    return vowelOf(word, nucleus, { after, short }) + consonantsOf(after, !next);
  });
  const perfect = sounds.join('').replace(sounds.length > 1 ? /i:?k$/ : /$^/, 'iC');
  const last = sounds.at(-1)!;
  const heavy = sounds.length > 1 && !/^(e:?|i:?)[^t]*$|^iC$|^uN$/.test(last);
  return { perfect, near: nearOf(perfect), ...(heavy && { last }) };
}

/** Short although but one consonant follows. */
const SHORT_WORDS =
  /^(a[bmn]|am|bin|bis|das|des|es|hat|i[mn]|man|mit|ob|um|vo[mn]|was|zum|zur|ins|hin|drin|fit|chef|wes)$/;

const DIPHTHONGS: Readonly<Record<string, string>> = {
  ...{ ei: '1', ai: '1', ey: '1', ay: '1', au: '2', eu: '3', äu: '3', oi: '3', oy: '3' },
  ...{ ie: 'i:', ieh: 'i:', aa: 'a:', ee: 'e:', oo: 'o:', ou: 'u:', eau: 'o:' },
};

/** A vowel by its sound; `:` after long ones, the stressed alone being told apart by that. */
function vowelOf(
  word: string,
  { at, length }: Nucleus,
  { after, short }: { readonly after: string; readonly short: boolean },
): string {
  const letters = word.slice(at, at + length);
  const whole = DIPHTHONGS[letters];
  if (whole !== undefined) return whole;
  const sound =
    { y: 'ü', é: 'e', è: 'e', ê: 'e', á: 'a', à: 'a', â: 'a', ó: 'o', ô: 'o' }[letters] ?? letters;
  const long = !short && isLong(word, after);
  // Short ä is e; long it stays itself.
  return long ? `${sound}:` : sound === 'ä' ? 'e' : sound;
}

function isLong(word: string, after: string): boolean {
  if (after === 'h' || /^h[^aeiou]/.test(after)) return true;
  if (after === '') return true;
  if (/^(ch|sch|ng|x|pf|tz|ck|ss)/.test(after)) return /^ch$/.test(after) && LONG_CH.test(word);
  if (after.startsWith('ß')) return true;
  // "lebt" comes of "leben", "sagst" of "sagen".
  if (/^[bdg]s?t?$/.test(after) || /^[bdg][lr]$/.test(after)) return !/^[bdg]{2}/.test(after);
  return after.length === 1;
}

/** Long before ch, which spelling does not tell. */
const LONG_CH = /(buch|bücher|tuch|tücher|fluch|such|hoch|sprach|brach|stach|nach|kuchen|flüch|besuch)/;

/** Consonants as they sound; `end`: no vowel comes after them, and voiced ones lose their voice. */
function consonantsOf(spelled: string, end: boolean): string {
  const sounds = spelled
    .replace(/^h(?=.)|^h$/, (h) => (end || spelled.length > 1 ? '' : h))
    .replace(/tz|zz|ts|tsch/g, (it) => (it === 'tsch' ? 'tS' : 'Z'))
    .replace(/z/g, 'Z')
    .replace(/sch|sh/g, 'S')
    .replace(/chs|x|cks|ks|gs(?=$|t)/g, 'ks')
    .replace(/ch/g, 'C')
    .replace(/ck|kk/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/th|dt/g, 't')
    .replace(/ss|ß/g, 'ß')
    .replace(/qu/g, 'kv')
    .replace(/(?<=[nlrtkpbdgfmßCkZ])h/g, 'h')
    .replace(/(.)\1/g, '$1');
  if (!end) return sounds.replace(/[bdg](?=[ßstkfpZ])/g, devoiced).replace(/^h$/, '');
  return sounds
    .replace(/ng/g, 'N')
    .replace(/nk/g, 'Nk')
    .replace(/v/g, 'f')
    .replace(/[bdg]/g, devoiced)
    .replace(/s/g, 'ß');
}

const devoiced = (letter: string): string => ({ b: 'p', d: 't', g: 'k' })[letter] ?? letter;

/** What poets let pass: ü for i, ö for e, eu for ei, and consonants of one kind; length and a last n do not count. */
export const nearOf = (perfect: string): string =>
  perfect
    .replace(/:/g, '')
    .replace(/ü/g, 'i')
    .replace(/[öä]/g, 'e')
    .replace(/3/g, '1')
    .replace(/en$/, 'e')
    .replace(/[ptk]/g, 't')
    .replace(/[bdg]/g, 'd')
    .replace(/[mnN]/g, 'n')
    .replace(/[ßfSCçZs]+/g, 's')
    .replace(/(.)\1/g, '$1');
