import { Button } from '@mantine/core';
import { RESONANCE_PACES } from '../../../engine/index.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { BreathCircle } from '../../session/breath-circle.tsx';
import { EndedLinks } from '../../session/ended-links.tsx';
import type { ActivitySession } from '../activity.ts';
import { isTimed, type Place, type Timed } from './course.ts';
import { FirstHeading } from '../../kit/first-heading.tsx';
import type { ResonanceModel } from './resonance-view-model.ts';
import './resonance.css';
import { ResultView } from './result-view.tsx';
import { words } from './words.ts';

interface ResonanceScreenProps {
  readonly model: ResonanceModel;
}

/** Shows the pace of now, silence after Stop, or what came of it all. */
export function ResonanceScreen({ model }: ResonanceScreenProps) {
  const place = useBehavior(model.place$);
  const session = useBehavior(model.session$);
  if (!place || !session) return null;
  return <At {...{ model, place, session }} />;
}

interface AtProps extends ResonanceScreenProps {
  readonly place: Place;
  readonly session: ActivitySession;
}

function At({ model, place, session }: AtProps) {
  const { stage } = useBehavior(session.state$);
  const verdict = useBehavior(model.verdict$);
  const ended = stage === 'ended';
  if (verdict) return <ResultView {...{ model, verdict }} {...(ended && { endedId: session.id })} />;
  if (ended) return <Left sessionId={session.id} />;
  if (!isTimed(place)) return <NoHeart model={model} />;
  if (stage === 'halted') return <Stopped {...{ model, session }} />;
  return <Breathing {...{ model, place, session }} />;
}

function Breathing({ model, place, session }: AtProps & { readonly place: Timed }) {
  const breath = useBehavior(session.breath$);
  const { kind } = useBehavior(session.heart$);
  const paced = place.at === 'pace';
  return (
    <div className="resonance">
      <FirstHeading key={`${place.at} ${place.pace}`}>{words[place.at]}</FirstHeading>
      <Parts place={place} />
      <BreathCircle breath={breath} still={words.still} />
      <p>{paced ? words.dizzy : place.at === 'settle' ? words.settleHint : words.restHint}</p>
      <p className="hint figures" data-testid="left">
        {kind === 'known' ? <LeftLine model={model} /> : words.waiting}
      </p>
      <div className="actions">
        {place.at !== 'close' && (
          <Button variant="default" onClick={() => model.skip()}>
            {paced ? words.skip : words.next}
          </Button>
        )}
        <Button variant="subtle" onClick={() => model.leave()}>
          {words.leave}
        </Button>
      </div>
    </div>
  );
}

const LeftLine = ({ model }: ResonanceScreenProps) => words.left(useBehavior(model.leftS$));

/** Six dots; which of them it is, for those who do not see them. */
function Parts({ place }: { place: Timed }) {
  const now = place.at === 'close' ? RESONANCE_PACES.length : place.pace;
  return (
    <>
      <ol className="resonance-parts" aria-hidden="true">
        {RESONANCE_PACES.map((pace, i) => (
          <li key={pace} data-part={i < now ? 'done' : i === now && place.at === 'pace' ? 'now' : 'ahead'} />
        ))}
      </ol>
      {place.at === 'pace' && (
        <p className="visually-hidden">{words.part(place.pace + 1, RESONANCE_PACES.length)}</p>
      )}
    </>
  );
}

function Stopped({ model, session }: { model: ResonanceModel; session: ActivitySession }) {
  return (
    <div className="narrow closing">
      <FirstHeading>{words.stopped}</FirstHeading>
      <p className="lead">{words.stoppedHint}</p>
      <div className="actions">
        <Button size="lg" onClick={() => session.resume()}>
          {words.goOn}
        </Button>
        <Button size="lg" variant="default" onClick={() => model.leave()}>
          {words.leave}
        </Button>
      </div>
    </div>
  );
}

function NoHeart({ model }: ResonanceScreenProps) {
  return (
    <div className="narrow closing">
      <FirstHeading>{words.noHeart}</FirstHeading>
      <p className="lead">{words.noHeartHint}</p>
      <div className="actions">
        <Button size="lg" variant="default" onClick={() => model.leave()}>
          {words.end}
        </Button>
      </div>
    </div>
  );
}

function Left({ sessionId }: { sessionId: string }) {
  return (
    <div className="narrow closing">
      <FirstHeading>{words.ended}</FirstHeading>
      <p className="lead">{words.endedHint}</p>
      <EndedLinks sessionId={sessionId} />
    </div>
  );
}
