import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { dayText, numberText } from '../../kit/numbers.ts';
import { changeSince, type ChangeSince, type Point } from './answers.ts';
import type { Instrument } from './instruments.ts';
import { questionnaires as words } from './words.ts';

interface TrendProps {
  readonly instrument: Instrument;
  /** Oldest first, at least one. */
  readonly points: readonly Point[];
  readonly onRemove: (id: string) => void;
}

/** The sums over time, with how far a change can be told from none; a hard time leads to people. */
export function Trend({ instrument, points, onRemove }: TrendProps) {
  const { least, most, better, hardFrom } = instrument;
  const last = points.at(-1)!;
  const change = changeSince(points, instrument);
  return (
    <section className="panel" aria-labelledby="trend-title">
      <h2 id="trend-title">{words.trend}</h2>
      <p className="trend-score">
        {words.score(numberText(last.score), numberText(least), numberText(most))}
      </p>
      <p className="hint">{better === 'less' ? words.less : words.more}</p>
      {hardFrom !== undefined && last.score >= hardFrom && (
        <p className="notice">
          {words.hard} <Link href="/help">{words.help}</Link>
        </p>
      )}
      {points.length > 1 && <TrendPicture instrument={instrument} points={points} />}
      {change && <p>{changeText(change)}</p>}
      <ul className="lines">
        {[...points].reverse().map(({ id, atMs, score }) => (
          <li key={id} className="line">
            <span>
              {dayText(atMs)}: <span className="figures">{numberText(score)}</span>
            </span>
            <Button variant="subtle" aria-label={words.remove(dayText(atMs))} onClick={() => onRemove(id)}>
              {words.removeShort}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function changeText({ fromMs, by, needs }: ChangeSince): string {
  const since = words.since(dayText(fromMs), by < 0 ? `−${numberText(-by)}` : numberText(by));
  if (needs === undefined) return `${since} ${words.unknown}`;
  const said = Math.abs(by) >= needs ? words.real : words.unclear;
  return `${since} ${said(numberText(needs))}`;
}

/** A line through the sums, on the whole scale. */
function TrendPicture({ instrument: { least, most }, points }: Omit<TrendProps, 'onRemove'>) {
  const [first, last] = [points[0]!.atMs, points.at(-1)!.atMs];
  const at = ({ atMs, score }: Point): readonly [number, number] => [
    10 + (380 * (atMs - first)) / Math.max(1, last - first),
    110 - (100 * (score - least)) / (most - least),
  ];
  return (
    <svg className="trend-picture" viewBox="0 0 400 120" role="img" aria-label={words.picture}>
      <line x1="10" x2="390" y1="110" y2="110" />
      <line x1="10" x2="390" y1="10" y2="10" />
      <polyline points={points.map((point) => at(point).join(',')).join(' ')} />
      {points.map((point) => (
        <circle key={point.id} cx={at(point)[0]} cy={at(point)[1]} r="5" />
      ))}
    </svg>
  );
}
