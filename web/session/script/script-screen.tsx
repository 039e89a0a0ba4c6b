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
      return script.closing ? (
        <QuestionView closing={script.closing} onAnswer={(said) => model.answer(said)} />
      ) : null;
    case 'after':
      return <StayView hard={place.hard} onEnd={() => model.end()} />;
  }
}
