import type { Language } from '../../kit/language.ts';
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
  readonly language: Language;
}

/** Shows where the person is: the words, silence after Stop, the question, or what is left after it. */
export function RelaxationScreen({ model, language }: RelaxationScreenProps) {
  const place = useBehavior(model.place$);
  const session = useBehavior(model.session$);
  if (!place || !session) return null;
  return <At {...{ model, language, place, session }} />;
}

interface AtProps extends RelaxationScreenProps {
  readonly place: Place;
  readonly session: Pick<ActivitySession, 'id' | 'state$' | 'breath$' | 'resume'>;
}

function At({ model, language, place, session }: AtProps) {
  const { stage } = useBehavior(session.state$);
  const said = words[language];
  if (stage === 'ended') return <EndedView said={said} sessionId={session.id} />;
  switch (place.at) {
    case 'guided':
      return stage === 'halted' ? (
        <StoppedView said={said} onGoOn={() => session.resume()} onFinish={() => model.finish()} />
      ) : (
        <GuidedView model={model} place={place} breath$={session.breath$} language={language} />
      );
    case 'question':
      return <QuestionView said={said} onAnswer={(body) => model.answer(body)} />;
    case 'after':
      return <StayView said={said} tenser={place.body === 'tenser'} onEnd={() => model.end()} />;
  }
}
