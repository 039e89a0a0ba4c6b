import { checkAsItIs } from './support/check-screen.ts';
import { expect, test } from './support/fixtures.ts';

const SAID = {
  en: {
    learn: 'Learn',
    cards: /^Thirty short cards/,
    search: 'Search in the cards',
    word: 'lonel',
    found: 'Loneliness is common here',
    hypothesis: 'hypothesis',
    one: /^(\d+) cards?$/,
    next: /^Next card/,
    glossary: /^Words about the brain/,
    nets: 'Perineuronal nets',
    all: 'All cards',
  },
  de: {
    learn: 'Lernen',
    cards: /^Dreißig kurze Karten/,
    search: 'In den Karten suchen',
    word: 'einsam',
    found: 'Einsamkeit ist hier häufig',
    hypothesis: 'Hypothese',
    one: /^(\d+) Karten?$/,
    next: /^Nächste Karte/,
    glossary: /^Wörter über das Gehirn/,
    nets: 'Perineuronale Netze',
    all: 'Alle Karten',
  },
} as const;

for (const [language, width] of [
  ['en', 1280],
  ['de', 360],
] as const)
  test.describe(`in ${language} at ${width} px`, () => {
    test.use({ locale: language, viewport: { width, height: 800 } });

    test('a card is found, read with its source, and the next one after it', async ({ attune, page }) => {
      const said = SAID[language];
      await attune.drawn();
      await page.evaluate(() => (location.hash = '/learn'));
      await page.getByRole('link', { name: said.cards }).click();
      await expect(page.getByRole('status').filter({ hasText: said.one })).toHaveText(/^30 /);
      await checkAsItIs(page);

      await page.getByRole('button', { name: said.hypothesis, exact: true }).click();
      await expect(page.getByRole('status').filter({ hasText: said.one })).not.toHaveText(/^30 /);
      await page.getByRole('button', { name: said.hypothesis, exact: true }).press('Shift+Tab');
      await page.getByRole('group').getByRole('button').first().click();
      await page.getByRole('searchbox', { name: said.search }).fill(said.word);
      await page.getByRole('link', { name: said.found }).click();

      await expect(attune.heading).toHaveText(said.found);
      await expect(page.getByRole('link', { name: /^doi:/ })).toHaveAttribute(
        'href',
        'https://doi.org/10.1111/dar.13064',
      );
      await checkAsItIs(page);
      await page.getByRole('link', { name: said.next }).click();
      await expect(attune.heading).not.toHaveText(said.found);
      await expect(attune.heading).toBeFocused();
    });

    test('the glossary calls a hypothesis a hypothesis', async ({ attune, page }) => {
      const said = SAID[language];
      await attune.drawn();
      await page.evaluate(() => (location.hash = '/learn'));
      await page.getByRole('link', { name: said.glossary }).click();
      await expect(page.getByRole('article').filter({ hasText: said.nets })).toContainText(said.hypothesis);
      await checkAsItIs(page);
      await page.getByRole('link', { name: said.all }).click();
      await expect(attune.heading).toHaveText(said.cards);
    });
  });

test('what is read is kept nowhere', async ({ attune, page }) => {
  await attune.drawn();
  const kept = (): Promise<string> =>
    page.evaluate(async () =>
      JSON.stringify([Object.entries(localStorage), (await indexedDB.databases()).map(({ name }) => name)]),
    );
  await page.evaluate(() => (location.hash = '/learn/cards'));
  await expect(attune.heading).toHaveText(SAID.en.cards);
  const before = await kept();
  await page.evaluate(() => (location.hash = '/learn/cards/sleep'));
  await expect(attune.heading).toHaveText('Sleep comes back slowly');
  expect(await kept()).toBe(before);
});
