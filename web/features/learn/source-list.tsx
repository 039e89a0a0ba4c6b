import { addressOf, nameOf, SOURCES, type Source, type SourceId } from './sources.ts';
import { learn as words } from './words.ts';

/** What something rests on, with the way there. */
export function SourceList({ ids }: { ids: readonly SourceId[] }) {
  if (ids.length === 0) return <p className="hint">{words.noSource}</p>;
  return (
    <ul className="learn-sources" aria-label={ids.length === 1 ? words.source : words.sources}>
      {ids.map((id) => {
        const source: Source = SOURCES[id];
        return (
          <li key={id}>
            {source.author} ({source.year}). <cite lang="en">{source.title}</cite>.{' '}
            <a href={addressOf(source)} rel="noreferrer noopener" target="_blank">
              {nameOf(source)}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
