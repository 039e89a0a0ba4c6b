import { useBehavior } from '../../kit/use-behavior.ts';
import { EndedView, QuestionView, StayView, StoppedView } from './closing-views.tsx';
import type { Place } from './guidance.ts';
import { GuidedView, type Picture } from './guided-view.tsx';
import type { GuidedSession, ScriptModel } from './script-view-model.ts';
import type { Script } from './script.ts';
import './script.css';

interface ScriptScreenProps {
  readonly model: ScriptModel;
  readonly Picture: Picture;
}

/** Shows where the person is: the words, silence after Stop, the question, or what is left after it. */
export function ScriptScreen({ model, Picture }: ScriptScreenProps) {
  const script = useBehavior(model.script$);
  const place = useBehavior(model.place$);
  const session = useBehavior(model.session$);
  if (!script || !place || !session) return null;
  return <At {...{ model, script, place, session, Picture }} />;
}

interface AtProps extends ScriptScreenProps {
  readonly script: Script;
  readonly place: Place;
  readonly session: Pick<GuidedSession, 'id' | 'state$' | 'breath$' | 'resume'>;
}

function At({ model, script, place, session, Picture }: AtProps) {
  const { stage, halt } = useBehavior(session.state$);
  if (stage === 'ended') return <EndedView sessionId={session.id} />;
  switch (place.at) {
    case 'guided':
      return stage === 'halted' ? (
        <StoppedView cause={halt} onGoOn={() => session.resume()} onFinish={() => model.finish()} />
      ) : (
        <GuidedView {...{ model, script, place, Picture }} breath$={session.breath$} />
      );
    case 'question':
      return (
        script.closing && (
          <QuestionView closing={script.closing} onAnswer={(said) => model.answer(said)}>
            <Rode {...{ script, place, Picture }} />
          </QuestionView>
        )
      );
    case 'after':
      return (
        <StayView hard={place.hard} onEnd={() => model.end()}>
          <Rode {...{ script, place, Picture }} />
        </StayView>
      );
  }
}

/** What was said on the way, once more, where anything was. */
function Rode({ script, place, Picture }: Pick<AtProps, 'script' | 'place' | 'Picture'>) {
  const { passedMs, ratings, asks } = place;
  if (ratings.length < 2) return null;
  const last = { phase: script.phases.length - 1, inPhaseMs: 0, paused: false, asking: false };
  return (
    <Picture
      script={script}
      place={{ at: 'guided', passedMs, ratings, asks, ...last }}
      sentence={undefined}
    />
  );
}
