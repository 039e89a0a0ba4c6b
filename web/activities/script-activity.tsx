import type { Picture } from '../session/script/guided-view.tsx';
import { scriptEvents } from '../session/script/events.ts';
import { ScriptChoice } from '../session/script/script-choice.tsx';
import { ScriptScreen } from '../session/script/script-screen.tsx';
import { scriptViewModel, type ScriptModel } from '../session/script/script-view-model.ts';
import type { Script } from '../session/script/script.ts';
import type { Activity, ActivityCard, ActivityWords } from './activity.ts';

interface ScriptFamily {
  readonly card: ActivityCard;
  readonly words: ActivityWords;
  /** The first is the one that begins where none was chosen. */
  readonly scripts: readonly Script[];
  readonly Picture: Picture;
}

/** An activity that consists of scripts: its door offers them, its screen leads through the one that was chosen. */
export const scriptActivity = ({ card, words, scripts, Picture }: ScriptFamily): Activity<ScriptModel> => ({
  ...card,
  version: 1,
  events: scriptEvents(scripts),
  words,
  create: (scope, ports) => scriptViewModel(scripts, scope, ports),
  Opening: ScriptChoice,
  Screen: ({ model }) => <ScriptScreen model={model} Picture={Picture} />,
});
