import { Button } from '@mantine/core';
import { BREATH_RANGE, RESONANCE_PACES, type ResonanceVerdict } from '../../../engine/index.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { FirstHeading } from '../../kit/first-heading.tsx';
import { EndedLinks } from '../../session/ended-links.tsx';
import { tenth } from './notes-of.ts';
import { ResonancePicture } from './resonance-picture.tsx';
import type { ResonanceModel } from './resonance-view-model.ts';
import { rateText, words } from './words.ts';

interface ResultViewProps {
  readonly model: ResonanceModel;
  readonly verdict: ResonanceVerdict;
  /** The session is over; absent: the music still plays. */
  readonly endedId?: string;
}

/** One sentence with its uncertainty, the curve behind it, and what can be done with it. */
export function ResultView({ model, verdict, endedId }: ResultViewProps) {
  return (
    <div className="narrow closing">
      <Said verdict={verdict} />
      {verdict.kind !== 'withheld' && (
        <>
          <ResonancePicture verdict={verdict} />
          <p className="hint">{words.read(verdict.swings.length, RESONANCE_PACES.length)}</p>
          <p>{words.meaning}</p>
        </>
      )}
      {verdict.kind === 'pace' && <Take model={model} rate={usable(verdict.perMinute)} />}
      {endedId === undefined ? (
        <div className="actions">
          <Button size="lg" variant="default" onClick={() => model.leave()}>
            {words.end}
          </Button>
        </div>
      ) : (
        <EndedLinks sessionId={endedId} areSecond />
      )}
    </div>
  );
}

/** What the guide can breathe at. */
const usable = (rate: number): number =>
  Math.min(BREATH_RANGE.fastest, Math.max(BREATH_RANGE.slowest, tenth(rate)));

function Said({ verdict }: { verdict: ResonanceVerdict }) {
  switch (verdict.kind) {
    case 'pace': {
      const [rate, low, high] = [verdict.perMinute, verdict.low, verdict.high].map(rateText);
      const atEdge = verdict.low < BREATH_RANGE.slowest || verdict.high > BREATH_RANGE.fastest;
      return (
        <>
          <FirstHeading>{words.found(rate!)}</FirstHeading>
          <p className="lead" data-testid="found">
            {words.foundHint(rate!, low!, high!)} {atEdge && words.edge}
          </p>
        </>
      );
    }
    case 'flat':
      return (
        <>
          <FirstHeading>{words.flat}</FirstHeading>
          <p className="lead">{words.flatHint}</p>
        </>
      );
    case 'withheld':
      return (
        <>
          <FirstHeading>{words.withheld}</FirstHeading>
          <p className="lead">{words.why[verdict.reason]}</p>
        </>
      );
  }
}

function Take({ model, rate }: { model: ResonanceModel; rate: number }) {
  const taken = useBehavior(model.guiding.settings$).perMinute === rate;
  return (
    <div className="resonance-take">
      {!taken && (
        <Button size="lg" onClick={() => model.take()}>
          {words.take}
        </Button>
      )}
      <p role="status">{taken && words.taken(rateText(rate))}</p>
    </div>
  );
}
