import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Behavior } from '../../../kit/behavior.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import type { Tune } from '../tunes/tune.ts';
import { TUNES } from '../tunes/tunes.ts';
import { chords, sing as words } from '../words.ts';
import '../chords.css';

/** What may be sung: folk songs, ours, and the person's own. */
export function SongsToSing({ own$ }: { own$: Behavior<readonly Tune[]> }) {
  const own = useBehavior(own$);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <section className="panel" aria-labelledby="sing-songs">
        <h2 id="sing-songs">{words.songs}</h2>
        <div className="sources">
          {TUNES.map(({ id, title, by }) => (
            <Link key={id} className="source" href={`/sing/${id}`}>
              <span className="source-label">{title}</span>
              <span className="source-hint">{by}</span>
            </Link>
          ))}
        </div>
      </section>
      <section className="panel" aria-labelledby="sing-own">
        <h2 id="sing-own">{words.own}</h2>
        {own.length === 0 && <p className="hint">{words.ownEmpty}</p>}
        <div className="sources">
          {own.map(({ id, title }) => (
            <Link key={id} className="source" href={`/sing/${id}`}>
              <span className="source-label">{title}</span>
              <span className="source-hint">{words.ownHint}</span>
            </Link>
          ))}
        </div>
      </section>
      <div className="actions">
        <Button variant="default" component={Link} href="/rhythm">
          {chords.toRhythm}
        </Button>
      </div>
    </div>
  );
}
