/** Languages that Attune's words exist in. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same in each language; a missing one does not compile. */
export type Translated<T> = Readonly<Record<Language, T>>;
