import { Button, UnstyledButton } from '@mantine/core';
import { LEVELS, type Level, type MusicModule } from '../../../engine/index.ts';
import type { Listening } from './music-database.ts';
import type { Response } from './responses.ts';
import { lists } from './list-words.ts';
import { music as words } from './words.ts';
import { families } from '../../session/words/reasons.ts';
import { responseText, whyTitle } from './track-words.ts';
import type { AuditionItem } from './audition-view-model.ts';
import type { MusicParts } from './music-parts.ts';
import { HearButton } from './hear-button.tsx';
import { PieceResponse } from './piece-response.tsx';
import { ScorePictureView } from './score-picture-view.tsx';
import { TriggerButton } from './trigger-button.tsx';

interface ModuleCardProps {
  readonly music: MusicParts;
  readonly module: MusicModule;
  readonly trigger: boolean;
  /** It stands on the person's own list of its family. */
  readonly picked: boolean;
  readonly response: Response | undefined;
  readonly listenings: readonly Listening[];
}

/** A module that comes with Attune: hear it, see it, read why, and rule it out. */
export function ModuleCard({ music, module, trigger, picked, response, listenings }: ModuleCardProps) {
  const { id, title, family, character, why, colours = [] } = module;
  const level: Level = family === 'calming' ? 2 : 4;
  const itemAt = (at: Level): readonly AuditionItem[] => [{ cue: { module: id, family, level: at } }];
  return (
    <li className={`piece piece-${family}`} data-trigger={trigger} data-testid={`piece-${id}`}>
      <div className="piece-head">
        <HearButton audition={music.audition} title={title} items={itemAt(level)} disabled={trigger} />
        <div>
          <h4>{title}</h4>
          <p className="piece-kind">{trigger ? words.notPlayed : `${families[family]}, levels 1 to 5`}</p>
        </div>
      </div>
      <ScorePictureView module={id} level={level} text={`${title}, as it is played: ${character}`} />
      <p>{character}</p>
      <details className="details">
        <summary>{whyTitle(module)}</summary>
        <div className="details-body">
          {why && <p>{why}</p>}
          <p className="hint">
            {words.madeOf} {colours.join(', ')}.
          </p>
          {!trigger && (
            <div className="levels" role="group" aria-label={words.levelHear}>
              <span className="hint">{words.levelHear}</span>
              {LEVELS.map((one) => (
                <UnstyledButton
                  key={one}
                  className="level"
                  aria-label={`${words.levelHear} ${one}: ${title}`}
                  onClick={() => music.audition.hear(itemAt(one))}
                >
                  {one}
                </UnstyledButton>
              ))}
            </div>
          )}
          <PieceResponse module={id} music={music} said={responseText(response, listenings)} />
        </div>
      </details>
      <div className="piece-foot">
        {family !== 'silence' && !trigger && (
          <Button variant="subtle" className="piece-trigger" onClick={() => void music.pick(id, !picked)}>
            {picked ? lists.takeOff[family] : lists.put[family]}
          </Button>
        )}
        <TriggerButton music={music} piece={module} trigger={trigger} />
      </div>
    </li>
  );
}
