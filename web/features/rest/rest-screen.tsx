import { useState } from 'react';
import { baselineHistory, type BaselineStratum } from '../../../engine/index.ts';
import type { KeptRest } from './rest-database.ts';
import { rest as words, stratumText, usualRateText, usualVariabilityText } from './words.ts';
import type { RestViewModel } from './rest-view-model.ts';
import './rest.css';
import { useBehavior } from '../../kit/use-behavior.ts';
import { HomeLink } from '../../kit/home-link.tsx';
import { DeleteWithCare } from '../../kit/delete-with-care.tsx';
import { Unread } from '../../kit/unread.tsx';
import { readOf } from '../../storage/live-table.ts';
import { RestPicture } from './rest-picture.tsx';

/** How the heart rested over the last sessions, and what a new one may stand on. */
export function RestScreen({ rest }: { rest: RestViewModel }) {
  const live = useBehavior(rest.rests$);
  const rests = readOf(live);
  const [deleted, setDeleted] = useState(false);
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {live.state !== 'read' && <Unread state={live.state} />}
      {rests?.length === 0 && <p className="notice">{words.empty}</p>}
      {rests !== undefined && rests.length > 0 && (
        <section className="panel" aria-label={words.title}>
          <RestPicture rests={rests} />
          <Usual rests={rests} />
          <p className="hint">{words.use}</p>
          <DeleteWithCare words={words} onDelete={() => void rest.removeAll().then(() => setDeleted(true))} />
        </section>
      )}
      <p role="status">{deleted && rests?.length === 0 && words.deleted}</p>
      <div className="actions">
        <HomeLink />
      </div>
    </div>
  );
}

function Usual({ rests }: { rests: readonly KeptRest[] }) {
  const latestMs = rests.at(-1)!.atMs;
  return (
    <table className="usual">
      <caption>{words.table}</caption>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.sessions}</th>
          <th scope="col">{words.rate}</th>
          <th scope="col">{words.variability}</th>
        </tr>
      </thead>
      <tbody>
        {strataOf(rests).map(({ stratum, count }) => {
          const usual = baselineHistory(rests, stratum, latestMs);
          return (
            <tr key={stratumText(stratum)}>
              <th scope="row">{stratumText(stratum)}</th>
              <td className="figures">{usual?.sessions ?? count}</td>
              <td className="figures">{usual ? usualRateText(usual) : words.tooFew}</td>
              <td className="figures">{usual ? usualVariabilityText(usual) : '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The circumstances that were met, the most frequent first. */
function strataOf(rests: readonly KeptRest[]): { stratum: BaselineStratum; count: number }[] {
  const found = new Map<string, { stratum: BaselineStratum; count: number }>();
  for (const { posture, paced, timeOfDay } of rests) {
    const stratum = { posture, paced, timeOfDay };
    const key = stratumText(stratum);
    found.set(key, { stratum, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}
