import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../web/kit/language.ts';
import { GRADES, TOPICS } from '../../../../web/features/learn/card.ts';
import { CARDS } from '../../../../web/features/learn/cards/index.ts';
import { GLOSSARY } from '../../../../web/features/learn/glossary.ts';
import { addressOf, SOURCES, type Source } from '../../../../web/features/learn/sources.ts';

/** What no card may say of anything. */
const PROMISES =
  /\b(heals?|cures?|proves?|proven|guarantees?|guaranteed|detox(es)?|heilt|heilen|geheilt|beweist|bewiesen|garantiert)\b/i;
const SAID = [...CARDS, ...GLOSSARY].flatMap((card) =>
  LANGUAGES.map((language) => ({ ...card, language, ...card.said[language] })),
);
const wordCount = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

describe('CARDS', () => {
  it('are thirty, each under a name of its own', () => {
    expect(CARDS).toHaveLength(30);
    expect(new Set([...CARDS, ...GLOSSARY].map(({ id }) => id)).size).toBe(CARDS.length + GLOSSARY.length);
  });

  it('cover every topic and every grade', () => {
    expect(new Set(CARDS.map(({ topic }) => topic))).toEqual(new Set(TOPICS));
    expect(new Set(CARDS.map(({ grade }) => grade))).toEqual(new Set(GRADES));
  });

  it.each(SAID)('$id says something in fewer than 120 words, $language', ({ title, text }) => {
    expect(title).not.toBe('');
    expect(wordCount(text.join(' '))).toBeGreaterThan(20);
    expect(wordCount([title, ...text].join(' '))).toBeLessThan(120);
  });

  it.each(SAID)('$id promises nothing, $language', ({ title, text }) => {
    expect([title, ...text].join(' ')).not.toMatch(PROMISES);
  });

  it('say where they come from, or that they are experience of practice', () => {
    for (const { id, grade, sources } of [...CARDS, ...GLOSSARY])
      expect(sources.length === 0, id).toBe(grade === 'practice');
  });

  it('speak of the brain as a hypothesis', () => {
    const sure = GLOSSARY.filter(({ grade }) => grade !== 'hypothesis').map(({ id }) => id);
    expect(sure).toEqual(['vagus']);
  });
});

describe('SOURCES', () => {
  const all = Object.entries(SOURCES) as readonly (readonly [string, Source])[];

  it.each(all)('%s has an author, a year, a title and one address', (_id, source) => {
    expect(source.author).toMatch(/\p{Lu}/u);
    expect(source.year).toBeGreaterThan(1990);
    expect(source.title.length).toBeGreaterThan(8);
    expect([source.doi, source.url].filter((address) => address !== undefined)).toHaveLength(1);
    if (source.doi !== undefined) expect(source.doi).toMatch(/^10\.\d{4,9}\/[^\s"<>]+$/);
    expect(() => new URL(addressOf(source))).not.toThrow();
  });

  it('are each used by a card or a term', () => {
    const used = new Set([...CARDS, ...GLOSSARY].flatMap(({ sources }) => sources));
    expect(new Set(all.map(([id]) => id))).toEqual(new Set(used));
  });
});
