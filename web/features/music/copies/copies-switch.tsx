import { Button, Switch } from '@mantine/core';
import './copies.css';
import { keptMusic as words, keptMusicText } from './words.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import type { CopiesViewModel } from './copies-view-model.ts';

/** Whether the service keeps copies of the person's music, and how that stands. */
export function CopiesSwitch({ copies }: { copies: CopiesViewModel }) {
  const kept = useBehavior(copies.kept$);
  if (!kept) return null;
  const { on, carrying } = kept;
  return (
    <div className="kept-music" data-testid="kept-music">
      <Switch
        size="lg"
        label={words.switch}
        description={words.hint}
        checked={on}
        onChange={(event) => void copies.setOn(event.currentTarget.checked)}
      />
      <p className="kept-music-line" role="status">
        {keptMusicText(kept)}
      </p>
      {on && carrying && <progress value={carrying.done + 0.5} max={carrying.total} aria-hidden />}
      {!on && kept.copies > 0 && (
        <Button variant="default" onClick={() => void copies.removeCopies()}>
          {words.removeCopies}
        </Button>
      )}
    </div>
  );
}
