import { useBehavior } from '../../kit/use-behavior.ts';
import type { ActivitySession } from '../activity.ts';
import { EndedView, QuestionView, StayView, StoppedView } from './closing-views.tsx';
import type { Place } from './guidance.ts';
import { GuidedView } from './guided-view.tsx';
import type { RelaxationModel } from './relaxation-view-model.ts';
import './relaxation.css';
import { words } from './words.ts';

interface RelaxationScreenProps {
  readonly model: RelaxationModel;
}

/** Shows where the person is: the words, silence after Stop, the question, or what is left after it. */
export function RelaxationScreen({ model }: RelaxationScreenProps) {
  const place = useBehavior(model.place$);
  const session = useBehavior(model.session$);
  if (!place || !session) return null;
  return <At {...{ model, place, session }} />;
}

interface AtProps extends RelaxationScreenProps {
  readonly place: Place;
  readonly session: Pick<ActivitySession, 'id' | 'state$' | 'breath$' | 'resume'>;
}

function At({ model, place, session }: AtProps) {
  const { stage } = useBehavior(session.state$);
  if (stage === 'ended') return <EndedView said={words} sessionId={session.id} />;
  switch (place.at) {
    case 'guided':
      return stage === 'halted' ? (
        <StoppedView said={words} onGoOn={() => session.resume()} onFinish={() => model.finish()} />
      ) : (
        <GuidedView model={model} place={place} breath$={session.breath$} />
      );
    case 'question':
      return <QuestionView said={words} onAnswer={(body) => model.answer(body)} />;
    case 'after':
      return <StayView said={words} tenser={place.body === 'tenser'} onEnd={() => model.end()} />;
  }
}
