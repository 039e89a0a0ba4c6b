import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Every file of words, and what else holds words side by side. */
const FILES = import.meta.glob<Record<string, unknown>>([
  '../../web/**/words.ts',
  '../../web/**/*-words.ts',
  '../../web/**/words/*.ts',
  '../../web/features/help/crisis-lines.ts',
  '../../web/**/card.ts',
]);

/**
 * Texts that are the same in both languages: names, units, and words that German has too. A text of which only a
 * part is such a word does not belong here.
 */
const SAME = [
  // Names of pieces and of help lines.
  /^(?:Still water|Night harp|Evening tide|Wooden boat|Quiet hall|Rain garden|Hill at dusk|Cradle)$/,
  /^(?:First light|Open road|Morning market|Paper kites|Warm circle|Wide field)$/,
  /^(?:988(?: Lifeline)?|SAMHSA helpline|NHS|Samaritans)$/,
  // What the log says, and what is no word.
  /^[\d\s.:,–-]*$/,
  /^#$/,
  /^A simulated person$/,
  // The same word in both.
  /^(?:Name|RMSSD|Signal|Stress|Plan|Person \d+|cello|Cello|[Bb]ass|[Kk]alimba|[Mm]arimba|[Ww]ind|[Uu]kulele)$/,
  /^(?:[Cc]elesta|[Ss]haker)$/,
];

/** Keys whose values are read by the program, and by nobody else. */
const PROGRAM = /\.(?:tag|said|id|section|path|number|countries\.\d+|checkedOn|needs\.\d+)$/;

/** What a function of words is given: numbers that show both plural forms, and names. */
const ARGUMENTS: readonly (readonly unknown[])[] = [
  [1, 1, 1, 1],
  [2, 3, 4, 5],
  ['x', 'y', 'z'],
  ['x', 2, 3],
];

/** Each text of a value with its path; of a function what it says. */
function textsOf(value: unknown, path: string): (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return ARGUMENTS.flatMap((given, i) => textsOf(saidOf(value as Saying, given), `${path}(${i})`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, `${path}.${name}`));
}

type Saying = (...given: readonly unknown[]) => unknown;

/** Absent: it takes something else, which the tests of its own feature give it. */
function saidOf(say: Saying, given: readonly unknown[]): unknown {
  try {
    const said = say(...given);
    return typeof said === 'string' ? said : undefined;
  } catch {
    return undefined;
  }
}

async function textsIn(language: 'en' | 'de', file: string): Promise<ReadonlyMap<string, string>> {
  vi.resetModules();
  vi.stubGlobal('navigator', { languages: [language], language });
  return new Map(textsOf(await FILES[file]!(), ''));
}

describe('the words of the app', () => {
  beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null }));
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('are found', () => {
    expect(Object.keys(FILES).length).toBeGreaterThan(30);
  });

  it.each(Object.keys(FILES))('%s says the same in English and German, each in its own words', async (file) => {
    const english = await textsIn('en', file);
    const german = await textsIn('de', file);
    expect([...german.keys()]).toEqual([...english.keys()]);
    const faults = [...english].flatMap(([path, text]) => {
      const other = german.get(path)!;
      if (PROGRAM.test(path)) return text === other ? [] : [`${path} differs: ${text}, ${other}`];
      if ((text === '') !== (other === '')) return [`${path} is empty in one language`];
      return text === other && !SAME.some((name) => name.test(text)) ? [`${path} is in both: ${text}`] : [];
    });
    expect(faults).toEqual([]);
  });
});
