import { Link } from 'wouter';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import { readOf } from '../../storage/live-table.ts';
import type { StoredSession } from '../../storage/outbox-database.ts';
import './past.css';
import type { PastViewModel } from './past-view-model.ts';
import { cravingChange, endings, protocolTitle, whenText, list } from './words.ts';

/** Sessions of this browser, newest first. */
export function PastList({ past }: { past: Pick<PastViewModel, 'sessions$'> }) {
  const live = useBehavior(past.sessions$);
  const sessions = readOf(live);
  return (
    <section className="panel" aria-labelledby="past-title">
      <h2 id="past-title">{list.title}</h2>
      {live.state === 'unavailable' && <Unread state={live.state} />}
      {sessions?.length === 0 && <p className="hint">{list.empty}</p>}
      {sessions && sessions.length > 0 && (
        <ul className="past-list">
          {sessions.map((session) => (
            <li key={session.id}>
              {session.deleted ? <BeingDeleted session={session} /> : <Past session={session} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Past({ session }: { session: StoredSession }) {
  return (
    <Link href={`/past/${session.id}`} className="past-item">
      <span className="past-when">{whenText(session.startedAtMs)}</span>
      <span className="past-what">
        {[protocolTitle(session.protocol), endings[session.ended ?? 'interrupted'], cravingChange(session)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Link>
  );
}

/** Gone here; the service has not said yet that it is gone there. */
const BeingDeleted = ({ session }: { session: StoredSession }) => (
  <p className="past-item past-going">
    <span className="past-when">{whenText(session.startedAtMs)}</span>
    <span className="past-what">{list.beingDeleted}</span>
  </p>
);

/** The last session, on Today; nothing before the first one. */
export function LastSession({ past }: { past: Pick<PastViewModel, 'sessions$'> }) {
  const last = readOf(useBehavior(past.sessions$))?.find(({ deleted }) => !deleted);
  if (!last) return null;
  return (
    <section className="panel" aria-labelledby="last-title">
      <h2 id="last-title">{list.last}</h2>
      <Past session={last} />
      <p className="hint">
        <Link href="/progress">{list.all}</Link>
      </p>
    </section>
  );
}

/** Says that the last session was cut short, and that nothing is lost. */
export function Interrupted({ past }: { past: Pick<PastViewModel, 'sessions$'> }) {
  const latest = readOf(useBehavior(past.sessions$))?.find(({ deleted }) => !deleted);
  if (latest?.ended !== 'interrupted') return null;
  return (
    <p className="notice">
      {list.interrupted} <Link href={`/past/${latest.id}`}>{list.see}</Link>
    </p>
  );
}
