/** Languages that Attune's words exist in. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same in each language; a missing one does not compile. */
export type Translated<T> = Readonly<Record<Language, T>>;

/** Where the person's choice is kept in local storage; absent: as the browser is set. */
const CHOICE = 'attune.language';

/** The language of this page, settled once as it loads: another one is another page. */
export const language: Language = settledLanguage();

/** What is said, in the language of this page. Words stand side by side in their feature's `words.ts`. */
export const spoken = <T>(said: Translated<T>): T => said[language];

/**
 * Keeps the choice; it is heard by the next page that loads.
 *
 * @returns whether it could be kept
 */
export function chooseLanguage(chosen: Language): boolean {
  try {
    localStorage.setItem(CHOICE, chosen);
    return true;
  } catch {
    return false;
  }
}

function settledLanguage(): Language {
  // Node 20, where tests and renderers run, has no navigator.
  const { navigator } = globalThis as { navigator?: Navigator };
  const wishes = [kept(), ...(navigator?.languages ?? [])];
  for (const wish of wishes) {
    const found = LANGUAGES.find((one) => wish?.toLowerCase().split('-')[0] === one);
    if (found) return found;
  }
  return 'en';
}

function kept(): string | null {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}
