import { describe, expect, it } from 'vitest';
import { DIRECTORY, placesFor } from '../../../../web/features/together/directory.ts';

const ENTRIES = DIRECTORY.flatMap(({ country, entries }) => entries.map((entry) => ({ country, ...entry })));

describe('DIRECTORY', () => {
  it('covers six countries, each with the day on which it was looked up', () => {
    expect(DIRECTORY.map(({ country }) => country)).toEqual(['DE', 'AT', 'CH', 'GB', 'IE', 'US']);
    for (const { checkedOn } of DIRECTORY) expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it.each(ENTRIES)('$name, $country: can be reached or looked for, in both languages', (entry) => {
    expect(entry.what.en && entry.what.de).toBeTruthy();
    if (entry.number !== undefined) expect(entry.number).toMatch(/^\d[\d -]+\d$/);
    if (entry.web !== undefined) expect(entry.web).toMatch(/^[a-z-]+(\.[a-z-]+)+$/);
    expect(`${entry.what.en} ${entry.what.de}`).not.toMatch(/\b(best|leading|recommend|empfohlen|beste)\b/i);
  });
});

describe('placesFor', () => {
  it.each([
    ['de-AT', 'AT'],
    ['de', 'DE'],
    ['en', 'GB'],
    ['en-US', 'US'],
    ['fr-FR', 'DE'],
  ])('begins for %s with %s and loses nobody', (locale, first) => {
    expect(placesFor(locale)[0]?.country).toBe(first);
    expect(placesFor(locale)).toHaveLength(DIRECTORY.length);
  });
});
