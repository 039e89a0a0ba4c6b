import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/**
 * Texts that may be the same in both languages: names, units, and words that German has too. A text of which only a
 * part is such a word does not belong here.
 */
const SAME: readonly RegExp[] = [
  // Names of pieces and of help lines, and of hearts in the log.
  /^(?:Still water|Night harp|Evening tide|Wooden boat|Quiet hall|Rain garden|Hill at dusk|Cradle)$/,
  /^(?:First light|Open road|Morning market|Paper kites|Warm circle|Wide field)$/,
  /^(?:988(?: Lifeline)?|SAMHSA helpline|NHS|Samaritans|A simulated person|Attune)$/,
  // No words.
  /^[^\p{L}]*$/u,
  // The same word in both.
  /^(?:Name|RMSSD|Signal|Stress|Plan|Person (?:\d|x)|[Cc]ello|[Bb]ass|[Kk]alimba|[Mm]arimba|[Ww]ind)$/,
  /^(?:[Uu]kulele|[Cc]elesta|[Ss]haker|still|Passphrase|Tempo|Text|Markdown|ms|# s)$/,
  // Languages are called by their own names.
  /^(?:English|Deutsch)$/,
  // As the log has it.
  / \(only a part of it could be read\)$/,
];
const mayBeSame = (text: string): boolean => SAME.some((name) => name.test(text));

/** What the program reads and nobody else: it is the same in both. */
const PROGRAM = /\.(?:tag|id|checkedOn|countries\.\d+|\d+\.said|\d+\.number)$/;

/** What functions of words are given: numbers of both plural forms, and names. */
const GIVEN: readonly (readonly unknown[])[] = [
  [1, 1, 1],
  [2, 3, 4],
  ['x', 'y', 'z'],
  ['x', 2, 3],
];

type Texts = readonly (readonly [path: string, text: string])[];

/** Each text of a value, by its path; of a function what it says of plain numbers and names, if it takes them. */
function textsOf(value: unknown, path = ''): Texts {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return GIVEN.flatMap((given, i) => textsOf(saidOf(value as Saying, given), `${path}(${i})`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => textsOf(part, `${path}.${name}`));
}

type Saying = (...given: readonly unknown[]) => unknown;

/** Absent: it takes something else, or says no more than it was given. */
function saidOf(say: Saying, given: readonly unknown[]): unknown {
  try {
    const said = say(...given);
    return typeof said === 'string' && !given.includes(said) && !/undefined|NaN|\[object/.test(said)
      ? said
      : undefined;
  } catch {
    return undefined;
  }
}

function faultsOf(english: Texts, german: ReadonlyMap<string, string>): string[] {
  const missing = [...german.keys()].filter((path) => !english.some(([one]) => one === path));
  const faults = english.flatMap(([path, text]) => {
    const other = german.get(path);
    if (other === undefined) return [`${path} is missing in German`];
    if (PROGRAM.test(path)) return text === other ? [] : [`${path} must be the same: ${text}, ${other}`];
    if ((text === '') !== (other === '')) return [`${path} is empty in one language`];
    return text === other && !mayBeSame(text) ? [`${path} is "${text}" in both`] : [];
  });
  return [...missing.map((path) => `${path} is missing in English`), ...faults];
}

const FILES = import.meta.glob<Record<string, unknown>>([
  '../../web/**/words.ts',
  '../../web/**/*-words.ts',
  '../../web/**/words/*.ts',
  '../../web/features/help/crisis-lines.ts',
]);

describe('the words of the app', () => {
  beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null }));
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const textsIn = async (language: 'en' | 'de', file: string): Promise<Texts> => {
    vi.resetModules();
    vi.stubGlobal('navigator', { languages: [language], language });
    return textsOf({ ...(await FILES[file]!()) });
  };

  it('are found', () => {
    expect(Object.keys(FILES).length).toBeGreaterThan(30);
  });

  it.each(Object.keys(FILES))(
    '%s says the same in English and German, each in its own words',
    async (file) => {
      const english = await textsIn('en', file);
      expect(faultsOf(english, new Map(await textsIn('de', file)))).toEqual([]);
    },
  );
});

/** Texts as they are written, by their place; parts that are put in are left out. */
function writtenIn(node: ts.Node, path = ''): Texts {
  if (ts.isStringLiteralLike(node)) return [[path, node.text]];
  if (ts.isTemplateExpression(node))
    return [
      [
        path,
        [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(''),
      ],
    ];
  if (ts.isObjectLiteralExpression(node))
    return node.properties.flatMap((one) =>
      ts.isPropertyAssignment(one) ? writtenIn(one.initializer, `${path}.${nameOf(one.name)}`) : [],
    );
  if (ts.isArrayLiteralExpression(node))
    return node.elements.flatMap((one, i) => writtenIn(one, `${path}.${i}`));
  return [];
}

const nameOf = (name: ts.PropertyName): string => ('text' in name ? name.text : name.getText());

interface Site {
  readonly at: string;
  readonly en: ts.Expression;
  readonly de: ts.Expression;
}

/** Each `spoken({ en, de })` of a source file. */
function spokenIn(file: string): Site[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Site[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'spoken') {
      const [said] = node.arguments;
      const parts = new Map<string, ts.Expression>();
      if (said && ts.isObjectLiteralExpression(said))
        for (const one of said.properties)
          if (ts.isPropertyAssignment(one)) parts.set(nameOf(one.name), one.initializer);
      const [en, de] = [parts.get('en'), parts.get('de')];
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      if (en && de) found.push({ at: `${file}:${line + 1}`, en, de });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('spoken({ en, de }), wherever it stands', () => {
  const sites = readdirSync('web', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => spokenIn(`web/${file}`));

  it('is found', () => {
    expect(sites.length).toBeGreaterThan(50);
  });

  it('has no German text that is the English one', () => {
    const faults = sites.flatMap(({ at, en, de }) => {
      const german = new Map(writtenIn(de));
      return writtenIn(en)
        .filter(([path, text]) => german.get(path) === text && !PROGRAM.test(path) && !mayBeSame(text))
        .map(([path, text]) => `${at} ${path} is "${text}" in both`);
    });
    expect(faults).toEqual([]);
  });

  it('quotes in German „so“, and has the apostrophe as ’', () => {
    const faults = sites.flatMap(({ at, de }) =>
      writtenIn(de)
        .filter(([, text]) => /[“"][^“”„]*”|"|\w'\w/.test(text))
        .map(([path, text]) => `${at} ${path}: ${text}`),
    );
    expect(faults).toEqual([]);
  });
});
