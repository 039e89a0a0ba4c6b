import { Link } from 'wouter';
import { HomeLink } from '../../kit/home-link.tsx';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import { KINDS, type Kind } from './entry.ts';
import './triggers.css';
import { isSaid, type TriggersViewModel } from './triggers-view-model.ts';
import { words } from './words.ts';

export interface TriggersProps {
  readonly triggers: TriggersViewModel;
}

/** What it is about, and its eight parts, each with how far it is. */
export function TriggersScreen({ triggers }: TriggersProps) {
  const said = useBehavior(triggers.said$);
  const suggested = useBehavior(triggers.suggested$);
  const waiting = (kind: Kind): number => suggested.filter((one) => one.kind === kind).length;
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <p>{words.care}</p>
      {isSaid(said) ? (
        <section className="panel" aria-labelledby="parts-title">
          <h2 id="parts-title">{words.parts}</h2>
          <ol className="sources">
            {KINDS.map((kind) => (
              <li key={kind}>
                <Link href={`/triggers/${kind}`} className="source">
                  <span className="source-label">{words.kinds[kind].title}</span>
                  <span className="source-hint">
                    {[
                      words.said(said.entries.filter((one) => one.kind === kind).length),
                      ...(waiting(kind) > 0 ? [words.suggestedCount(waiting(kind))] : []),
                      ...(said.done.has(kind) ? [words.done] : []),
                    ].join(' · ')}
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </section>
      ) : (
        <Unread state={said.state} />
      )}
      {isSaid(said) && (
        <ul className="sources triggers-to-list">
          <li>
            <Link href="/triggers/never" className="source">
              <span className="source-label">{words.never.link}</span>
              <span className="source-hint">{words.never.linkHint}</span>
            </Link>
          </li>
        </ul>
      )}
      <p className="hint">{words.kept}</p>
      <div className="actions">
        <HomeLink />
      </div>
    </div>
  );
}
