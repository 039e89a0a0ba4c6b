import { Link } from 'wouter';
import type { StoredSession } from '../../storage/outbox-database.ts';
import { cravingChange, endings, protocolTitle, whenText, list } from './words.ts';

/** Sessions of this browser, newest first. */
export function PastList({ sessions }: { sessions: readonly StoredSession[] | undefined }) {
  return (
    <section className="panel" aria-labelledby="past-title">
      <h2 id="past-title">{list.title}</h2>
      {sessions?.length === 0 && <p className="hint">{list.empty}</p>}
      {sessions && sessions.length > 0 && (
        <ul className="past-list">
          {sessions.map((session) => (
            <li key={session.id}>
              <Link href={`/past/${session.id}`} className="past-item">
                <span className="past-when">{whenText(session.startedAtMs)}</span>
                <span className="past-what">
                  {[
                    protocolTitle(session.protocol),
                    endings[session.ended ?? 'interrupted'],
                    cravingChange(session),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
