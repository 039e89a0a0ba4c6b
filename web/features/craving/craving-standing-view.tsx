import { useMemo } from 'react';
import type { CravingEvidence, CravingLabel } from '../../../engine/index.ts';
import { cravingCounts, cravingStanding } from './craving-standing.ts';
import { countsText, cravingWithheld, evidenceFacts, learning as words } from './words.ts';
import type { SessionViewModel } from '../../session/session-view-model.ts';
import { CravingForecast } from './craving-forecast.tsx';
import { ReliabilityDiagram } from './reliability-diagram.tsx';

interface CravingStandingProps {
  readonly labels: readonly CravingLabel[];
  readonly session: SessionViewModel | undefined;
}

/** How far it is: the counts, why nothing is shown, or what is shown and how good it has been. */
export function CravingStanding({ labels, session }: CravingStandingProps) {
  const counts = useMemo(() => cravingCounts(labels), [labels]);
  const { gate, evidence } = useMemo(() => cravingStanding(labels), [labels]);
  return (
    <section className="panel" aria-labelledby="standing-title">
      <h2 id="standing-title">{words.standing}</h2>
      <div className="counts">
        <p className="figures" data-testid="counts">
          {countsText(counts)}
        </p>
        <Bar share={counts.answers / counts.answersNeeded} />
        <Bar share={counts.cravings / counts.cravingsNeeded} />
      </div>
      {gate.kind === 'withheld' ? (
        <p>{`${words.hidden} ${cravingWithheld[gate.reason]}`}</p>
      ) : (
        <>
          <p>{words.shown}</p>
          {session && <CravingForecast session={session} heading={words.now} />}
          {evidence && <HowGood evidence={evidence} />}
        </>
      )}
    </section>
  );
}

/** Decoration: the words beside it say the same. */
const Bar = ({ share }: { share: number }) => (
  <div className="bar" aria-hidden="true">
    <div style={{ width: `${100 * Math.min(1, share)}%` }} />
  </div>
);

function HowGood({ evidence }: { evidence: CravingEvidence }) {
  return (
    <>
      <h3>{words.howGood}</h3>
      <dl className="facts">
        {evidenceFacts(evidence).map(([what, figure]) => (
          <div key={what} className="fact">
            <dt>{what}</dt>
            <dd className="figures">{figure}</dd>
          </div>
        ))}
      </dl>
      <figure className="figure">
        <figcaption>{words.diagramHint}</figcaption>
        <ReliabilityDiagram bins={evidence.reliability} />
      </figure>
    </>
  );
}
