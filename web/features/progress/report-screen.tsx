import { Button, Chip } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Clock } from '../../../devices/index.ts';
import { dayText, numberText } from '../../kit/numbers.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { readOf } from '../../storage/live-table.ts';
import type { Change } from './changes.ts';
import { findingsOf, groupsOf } from './findings.ts';
import type { PieceTitles } from './piece-titles.ts';
import './progress.css';
import type { ProgressViewModel } from './progress-view-model.ts';
import type { PlanAccount, ReportSources, ScoreLine } from './report-sources.ts';
import { fewText, findingText, rangeText, report as words, sessionsText } from './words.ts';

interface ReportProps {
  readonly progress: ProgressViewModel;
  readonly titles: PieceTitles;
  readonly sources: ReportSources;
  readonly clock: Clock;
}

const PARTS = ['goals', 'done', 'craving', 'rest', 'scores', 'context'] as const;
type PartName = (typeof PARTS)[number];

/** One page for somebody whom the person chooses. The browser prints it, or saves it as PDF. */
export function ReportScreen({ progress, titles, sources, clock }: ReportProps) {
  const [parts, setParts] = useState<readonly PartName[]>(PARTS);
  const account = useBehavior(sources.account$);
  const rest = useBehavior(sources.rest$);
  const scores = useBehavior(sources.scores$);
  const context = useBehavior(sources.context$);
  const changes = readOf(useBehavior(progress.changes$)) ?? [];
  const has = (part: PartName): boolean => parts.includes(part);
  const locked = [account, scores].some((one) => 'state' in one && one.state === 'locked');
  usePrintedTitle(words.title);
  return (
    <div className="report">
      <div className="report-choices">
        <p>
          <Link href="/progress">{words.back}</Link>
        </p>
        <PartChoice parts={parts} onChoose={setParts} />
        {locked && <p className="notice">{words.locked}</p>}
        <div className="actions">
          <Button onClick={() => window.print()}>{words.print}</Button>
        </div>
        <p className="hint">{words.printHint}</p>
      </div>
      <article className="report-sheet">
        <header>
          <h1 tabIndex={-1}>{words.title}</h1>
          <p className="hint">{words.made(dayText(clock()))}</p>
        </header>
        <p>{words.lead}</p>
        {has('goals') && !('state' in account) && <Goals {...account} />}
        {has('done') && !('state' in account) && <DoneByWeek weeks={account.weeks} />}
        {has('craving') && <Craving changes={changes} progress={progress} titles={titles} />}
        {has('rest') && (
          <section>
            <h2>{words.rest}</h2>
            <p>{rest ? words.restLine(numberText(rest.bpm), sessionsText(rest.sessions)) : words.none}</p>
          </section>
        )}
        {has('scores') && Array.isArray(scores) && <Scores scores={scores as readonly ScoreLine[]} />}
        {has('context') && context.length > 0 && (
          <section>
            <h2>{words.context}</h2>
            <p>{context.join('; ')}.</p>
          </section>
        )}
        <p className="hint">{words.limits}</p>
      </article>
    </div>
  );
}

interface PartChoiceProps {
  readonly parts: readonly PartName[];
  readonly onChoose: (parts: readonly PartName[]) => void;
}

const PartChoice = ({ parts, onChoose }: PartChoiceProps) => (
  <fieldset className="question">
    <legend>{words.what}</legend>
    <div className="chips">
      {PARTS.map((part) => (
        <Chip
          key={part}
          size="md"
          variant="outline"
          checked={parts.includes(part)}
          onChange={(on) => onChoose(PARTS.filter((one) => (one === part ? on : parts.includes(one))))}
        >
          {words[part]}
        </Chip>
      ))}
    </div>
  </fieldset>
);

/** The browser names the file of a PDF after the page. */
function usePrintedTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}

type GoalsProps = Omit<PlanAccount, 'weeks'>;

const Goals = ({ goals, by, reviewedAtMs, reviewMs }: GoalsProps) => (
  <section>
    <h2>{words.goals}</h2>
    {goals.length === 0 && <p>{words.none}</p>}
    <ul className="points">
      {goals.map((goal, i) => (
        <li key={i}>{goal}</li>
      ))}
    </ul>
    {by !== undefined && <p>{words.by(by)}</p>}
    {reviewedAtMs !== undefined && <p>{words.reviewed(dayText(reviewedAtMs))}</p>}
    {reviewMs !== undefined && <p>{words.review(dayText(reviewMs))}</p>}
  </section>
);

const DoneByWeek = ({ weeks }: Pick<PlanAccount, 'weeks'>) => (
  <section>
    <h2>{words.done}</h2>
    {weeks[0] === undefined || weeks[0].lines.length === 0 ? (
      <p>{words.none}</p>
    ) : (
      <div className="report-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.week}</th>
              {weeks[0].lines.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ fromMs, lines }) => (
              <tr key={fromMs}>
                <th scope="row">{dayText(fromMs)}</th>
                {lines.map(({ title, done, planned }) => (
                  <td key={title}>{words.of(numberText(done), numberText(planned))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )}
  </section>
);

interface CravingProps extends Pick<ReportProps, 'progress' | 'titles'> {
  readonly changes: readonly Change[];
}

function Craving({ changes, progress, titles }: CravingProps) {
  const pieces = useBehavior(progress.pieces$);
  const names = useBehavior(titles);
  useEffect(() => {
    if (changes.length > 0) void progress.readPieces(changes);
  }, [progress, changes]);
  const findings = useMemo(
    () => findingsOf(groupsOf(changes, pieces)).filter(({ change }) => change !== undefined),
    [changes, pieces],
  );
  return (
    <section>
      <h2>{words.craving}</h2>
      <p>{changes.length === 0 ? words.none : words.rated(sessionsText(changes.length))}</p>
      {changes.length > 0 && findings.length === 0 && <p>{fewText(changes.length)}</p>}
      <ul className="points">
        {findings.slice(0, MOST_FINDINGS).map((finding) => (
          <li key={`${finding.by}/${finding.key}`}>
            {findingText(finding, names)} {finding.change && rangeText(finding.change)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What fits on a page beside the rest; those with the most sessions. */
const MOST_FINDINGS = 6;

const Scores = ({ scores }: { scores: readonly ScoreLine[] }) => (
  <section>
    <h2>{words.scores}</h2>
    {scores.length === 0 && <p>{words.none}</p>}
    <ul className="points">
      {scores.map(({ title, atMs, score, most }) => (
        <li key={`${title}/${atMs}`}>
          {title}, {dayText(atMs)}: {words.of(numberText(score), numberText(most))}
        </li>
      ))}
    </ul>
  </section>
);
