import { useEffect, useMemo } from 'react';
import { Unread } from '../../kit/unread.tsx';
import { useBehavior } from '../../kit/use-behavior.ts';
import { readOf } from '../../storage/live-table.ts';
import { findingsOf, groupsOf, type By, type Finding } from './findings.ts';
import './progress.css';
import type { ProgressViewModel } from './progress-view-model.ts';
import {
  fewText,
  findingText,
  groupTitle,
  kinds,
  progress as words,
  rangeText,
  sessionsText,
} from './words.ts';
import type { PieceTitles } from './piece-titles.ts';

interface ChangesProps {
  readonly progress: ProgressViewModel;
  readonly titles: PieceTitles;
}

const KINDS: readonly By[] = ['all', 'activity', 'time', 'music'];

/** What craving did from before to after, by what sessions share. */
export function ChangesPanel({ progress, titles }: ChangesProps) {
  const live = useBehavior(progress.changes$);
  const pieces = useBehavior(progress.pieces$);
  const names = useBehavior(titles);
  const changes = readOf(live);
  useEffect(() => {
    if (changes && changes.length > 0) void progress.readPieces(changes);
  }, [progress, changes]);
  const findings = useMemo(() => findingsOf(groupsOf(changes ?? [], pieces)), [changes, pieces]);
  const shown = findings.filter(({ change }) => change !== undefined);
  const few = findings.filter(({ change, by }) => change === undefined && by !== 'all');
  return (
    <section className="panel" aria-labelledby="changes-title">
      <h2 id="changes-title">{words.title}</h2>
      <p className="hint">{words.lead}</p>
      {live.state === 'unavailable' && <Unread state={live.state} />}
      {changes?.length === 0 && <p>{words.empty}</p>}
      {changes && changes.length > 0 && shown.length === 0 && <p>{fewText(changes.length)}</p>}
      {KINDS.map((by) => {
        const of = shown.filter((finding) => finding.by === by);
        return (
          of.length > 0 && (
            <div className="findings" key={by}>
              <h3>{kinds[by]}</h3>
              {of.map((finding) => (
                <FindingView key={finding.key} finding={finding} names={names} />
              ))}
            </div>
          )
        );
      })}
      {shown.length > 0 && few.length > 0 && (
        <details className="details">
          <summary>{words.more}</summary>
          <ul className="findings-few">
            {few.map((finding) => (
              <li key={`${finding.by}/${finding.key}`}>
                {groupTitle(finding, names)}: {sessionsText(finding.count)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function FindingView({ finding, names }: { finding: Finding; names: Readonly<Record<string, string>> }) {
  const { change } = finding;
  if (!change) return null;
  return (
    <div className="finding">
      <p>{findingText(finding, names)}</p>
      <Range {...change} />
      <p className="hint">{rangeText(change)}</p>
    </div>
  );
}

/** Where the middle change lies between −100 and 100; the same is said in words under it. */
const Range = ({ median, low, high }: NonNullable<Finding['change']>) => (
  <div>
    <svg
      className="range"
      viewBox="-104 0 208 16"
      role="img"
      aria-label={words.picture}
      preserveAspectRatio="none"
    >
      <line className="range-axis" x1={-100} x2={100} y1={8} y2={8} />
      <line className="range-zero" x1={0} x2={0} y1={1} y2={15} />
      <rect className="range-band" x={low} width={Math.max(1, high - low)} y={4} height={8} rx={2} />
      <rect className="range-middle" x={median - 1} width={2} y={1} height={14} />
    </svg>
    <div className="range-ends" aria-hidden="true">
      <span>{words.less}</span>
      <span>{words.same}</span>
      <span>{words.moreCraving}</span>
    </div>
  </div>
);
