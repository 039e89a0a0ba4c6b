import MiniSearch from 'minisearch';
import type { Entry } from './entry.ts';
import { feelingWord } from './feelings.ts';

/** Search over what was written. The index is in the memory of this page alone and goes with it. */
export function searchOver(entries: readonly Entry[]): (query: string) => readonly Entry[] {
  const index = new MiniSearch<Entry>({
    fields: ['text', 'feelings'],
    extractField: (entry, field) => {
      if (field === 'id') return entry.id;
      return field === 'feelings' ? entry.feelings.map(feelingWord).join(' ') : entry.text;
    },
    // "Muller" finds "Müller", whatever the keyboard can say.
    processTerm: (term) => term.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''),
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 4 ? 0.2 : false), combineWith: 'AND' },
  });
  index.addAll(entries);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (query) => index.search(query).flatMap(({ id }) => byId.get(id as string) ?? []);
}
