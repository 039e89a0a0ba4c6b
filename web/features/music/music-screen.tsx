import { useEffect, useState } from 'react';
import { BUILT_IN_MODULES } from '../../../engine/index.ts';
import type { StoredMusic } from './music-database.ts';
import { FIRST_RULES } from './music-rules.ts';
import type { Responses } from './responses.ts';
import { music as words, playlists } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { HomeLink } from '../../kit/home-link.tsx';
import type { MusicParts } from './music-parts.ts';
import { ModuleCard } from './module-card.tsx';
import './music.css';
import type { Behavior } from '../../kit/behavior.ts';
import { Unread } from '../../kit/unread.tsx';
import { readOf } from '../../storage/live-table.ts';
import { MusicRulesPanel } from './music-rules-panel.tsx';
import { OwnMusic } from './own-music.tsx';
import { UndoBar } from './undo-bar.tsx';

interface MusicScreenProps {
  readonly music: MusicParts;
  /** A session sounds. */
  readonly inSession$: Behavior<boolean>;
}

/** All that may play: the person's own music and what comes with Attune. */
export function MusicScreen({ music, inSession$ }: MusicScreenProps) {
  const live = useBehavior(music.kept$);
  const kept = readOf(live);
  const inSession = useBehavior(inSession$);
  const responses = useResponses(music);
  return (
    <div className="music">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {inSession && <p className="notice">{words.inSession}</p>}
      {kept ? (
        <>
          <OwnMusic music={music} kept={kept} responses={responses} />
          <MusicRulesPanel music={music} kept={kept} />
        </>
      ) : (
        live.state !== 'read' && <Unread state={live.state} />
      )}
      <BuiltIn music={music} kept={kept} responses={responses} />
      <div className="actions">
        <HomeLink />
      </div>
      <UndoBar music={music} />
    </div>
  );
}

type Family = 'calming' | 'activating';
const FAMILIES: readonly Family[] = ['calming', 'activating'];

interface BuiltInProps {
  readonly music: MusicParts;
  readonly kept: StoredMusic | undefined;
  readonly responses: Responses;
}

function BuiltIn({ music, kept, responses }: BuiltInProps) {
  const { triggers, picked = [] } = kept?.rules ?? FIRST_RULES;
  // Thirty cards at once hold up the page for longer than a frame or two: the second half comes in a task of its own.
  const [families, setFamilies] = useState<readonly Family[]>(['calming']);
  useEffect(() => {
    const later = setTimeout(() => setFamilies(FAMILIES));
    return () => clearTimeout(later);
  }, []);
  return (
    <section className="music-part" aria-labelledby="built-in-title">
      <h2 id="built-in-title">{words.builtIn}</h2>
      <p className="hint">{words.builtInHint}</p>
      {families.map((family) => (
        <div key={family} className="music-part">
          <h3>{playlists[family].title}</h3>
          <ul className="pieces">
            {BUILT_IN_MODULES.filter((module) => module.family === family).map((module) => (
              <ModuleCard
                key={module.id}
                music={music}
                module={module}
                trigger={triggers.includes(module.id)}
                picked={picked.includes(module.id)}
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
function useResponses(music: MusicParts): Responses {
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
