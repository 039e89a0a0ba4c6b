import { Button } from '@mantine/core';
import { useState } from 'react';
import { saveFile } from '../../../kit/save-file.ts';
import { momentText, numberText, countText } from '../../../kit/numbers.ts';
import { Unread } from '../../../kit/unread.tsx';
import { useBehavior } from '../../../kit/use-behavior.ts';
import { readOf } from '../../../storage/live-table.ts';
import type { KeptTake } from '../rhythm-database.ts';
import type { DrumsViewModel } from './drums-view-model.ts';
import { drums as words } from './words.ts';

/** What was kept, newest first. */
export function TakeList({ drums }: { drums: DrumsViewModel }) {
  const live = useBehavior(drums.takes$);
  const takes = readOf(live);
  return (
    <section className="panel" aria-labelledby="takes">
      <h2 id="takes">{words.takes}</h2>
      {live.state !== 'read' && <Unread state={live.state} />}
      {takes?.length === 0 && <p className="hint">{words.noTakes}</p>}
      {takes !== undefined && takes.length > 0 && (
        <ul className="lines">
          {takes.map((take) => (
            <TakeLine key={take.id} take={take} drums={drums} />
          ))}
        </ul>
      )}
    </section>
  );
}

function TakeLine({ take, drums }: { take: KeptTake; drums: DrumsViewModel }) {
  const playing = useBehavior(drums.playing$) === take.id;
  const [failed, setFailed] = useState(false);
  const { atMs, hits, before, after } = take;
  const when = momentText(atMs);
  const save = async (): Promise<void> => {
    const { renderTake } = await import('./render-take.ts');
    saveFile('attune-take.wav', await renderTake(hits), 'audio/wav');
  };
  return (
    <li className="line">
      <div>
        <p className="line-name">{when}</p>
        <p className="hint figures">
          {countText(hits.length, words.hits)}
          {before !== undefined && ` · ${words.feeling} ${numberText(before)}`}
          {before !== undefined && after !== undefined && `, ${words.to} ${numberText(after)}`}
        </p>
        {failed && <p role="alert">{words.wavFailed}</p>}
      </div>
      <div className="actions">
        <Button
          variant="default"
          aria-label={`${playing ? words.hush : words.listen}: ${when}`}
          onClick={() => (playing ? drums.stop() : drums.play(take))}
        >
          {playing ? words.hush : words.listen}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setFailed(false);
            save().catch(() => setFailed(true));
          }}
        >
          {words.wav}
        </Button>
        <Button
          variant="subtle"
          aria-label={`${words.delete}: ${when}`}
          onClick={() => void drums.delete(take)}
        >
          {words.delete}
        </Button>
      </div>
    </li>
  );
}
