import { useEffect, useState } from 'react';
import { BUILT_IN_MODULES } from '../../../engine/index.ts';
import type { MusicKept } from './music-database.ts';
import { FIRST_RULES } from './music-rules.ts';
import type { Responses } from './responses.ts';
import { music as words, playlists } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { HomeLink } from '../../kit/home-link.tsx';
import type { App } from '../../app/app-parts.ts';
import { ModuleCard } from './module-card.tsx';
import { MusicRulesPanel } from './music-rules-panel.tsx';
import { OwnMusic } from './own/own-music.tsx';
import { UndoBar } from './undo-bar.tsx';

/** All that may play: the person's own music and what comes with Attune. */
export function MusicScreen({ app }: { app: App }) {
  const kept = useBehavior(app.music.kept$);
  const inSession = useBehavior(app.sessions.sounding$);
  const responses = useResponses(app);
  return (
    <div className="music">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {inSession && <p className="notice">{words.inSession}</p>}
      {kept ? (
        <>
          <OwnMusic app={app} kept={kept} responses={responses} />
          <MusicRulesPanel music={app.music} kept={kept} />
        </>
      ) : (
        <p className="notice">{words.unknown}</p>
      )}
      <BuiltIn app={app} kept={kept} responses={responses} />
      <div className="actions">
        <HomeLink />
      </div>
      <UndoBar music={app.music} />
    </div>
  );
}

interface BuiltInProps {
  readonly app: App;
  readonly kept: MusicKept | undefined;
  readonly responses: Responses;
}

function BuiltIn({ app, kept, responses }: BuiltInProps) {
  const { triggers } = kept?.rules ?? FIRST_RULES;
  return (
    <section className="music-part" aria-labelledby="built-in-title">
      <h2 id="built-in-title">{words.builtIn}</h2>
      <p className="hint">{words.builtInHint}</p>
      {(['calming', 'activating'] as const).map((family) => (
        <div key={family} className="music-part">
          <h3>{playlists[family].title}</h3>
          <ul className="pieces">
            {BUILT_IN_MODULES.filter((module) => module.family === family).map((module) => (
              <ModuleCard
                key={module.id}
                app={app}
                module={module}
                trigger={triggers.includes(module.id)}
                response={responses.get(module.id)}
                listenings={(kept?.listenings ?? []).filter((one) => one.module === module.id)}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

const NONE: Responses = new Map();

/** Read once as the page is opened. */
function useResponses({ music }: App): Responses {
  const [responses, setResponses] = useState(NONE);
  useEffect(() => {
    let wanted = true;
    music.responses().then(
      (found) => wanted && setResponses(found),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [music]);
  return responses;
}
