import { behavior, type Behavior } from '../../kit/behavior.ts';
import type { Language } from '../../kit/language.ts';
import type { WordSounds } from './sounds/word-sounds.ts';

/** The sounds of words, loaded when they are first wanted. */
export interface SoundsShelf {
  readonly of: (language: Language) => Behavior<WordSounds | 'loading' | 'failed'>;
}

export type LoadSounds = (language: Language) => Promise<WordSounds>;

/** What did not come is asked for again when it is wanted again. */
export function soundsShelf(load: LoadSounds): SoundsShelf {
  const shelves = new Map<Language, Behavior<WordSounds | 'loading' | 'failed'>>();
  return {
    of: (language) => {
      const there = shelves.get(language);
      if (there) return there;
      const sounds$ = behavior<WordSounds | 'loading' | 'failed'>('loading');
      shelves.set(language, sounds$);
      load(language).then(
        (sounds) => sounds$.next(sounds),
        () => {
          shelves.delete(language);
          sounds$.next('failed');
        },
      );
      return sounds$;
    },
  };
}

/** Gives the page a turn. */
const pause = (): Promise<void> => new Promise((done) => setTimeout(done));

/** From where the app came from; offline the service worker has it. */
export const loadSounds: LoadSounds = async (language) => {
  if (language === 'de') return (await import('./sounds/german.ts')).germanSounds(pause);
  const [{ EnglishIndex }, { englishSounds }, address] = await Promise.all([
    import('./sounds/english-index.ts'),
    import('./sounds/english.ts'),
    import('./made/english-rhymes.txt?url'),
  ]);
  const response = await fetch(address.default);
  if (!response.ok) throw new Error(`${address.default}: ${response.status}`);
  return englishSounds(await EnglishIndex.read(await response.text(), pause));
};
