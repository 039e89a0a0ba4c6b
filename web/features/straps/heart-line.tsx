import { Link, useLocation } from 'wouter';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { SourceViewModel } from './source-view-model.ts';
import './straps.css';
import { heartLine, sources } from './words.ts';

/** The heart that the next session goes by, and the quickest way for somebody who has no strap at hand. */
export function HeartLine({ source }: { readonly source: SourceViewModel }) {
  const [, go] = useLocation();
  const chosen = useBehavior(source.source$);
  const choosing = useBehavior(source.choosing$);
  const now = useBehavior(source.strap$);
  const battery = now?.battery;
  const tryIt = (): void => void source.chooseDemo().then((there) => there && go('/before'));
  return (
    <section className="heart-line" aria-label={heartLine.title}>
      <p>
        <span className="heart-line-now">
          {chosen ? heartLine.from(chosen.sensor.name) : heartLine.none}
          {battery !== undefined && ` · ${heartLine.battery(battery)}`}
        </span>{' '}
        <Link href="/start">{chosen ? heartLine.change : heartLine.choose}</Link>
      </p>
      {!chosen && (
        <button
          type="button"
          className="source"
          aria-busy={choosing.state === 'busy' && choosing.kind === 'demo'}
          onClick={tryIt}
        >
          <span className="source-label">{sources.demo}</span>
          <span className="source-hint">{sources.demoHint}</span>
        </button>
      )}
    </section>
  );
}
