import { Button } from '@mantine/core';
import { music as words, undoText } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { MusicViewModel } from './music-view-model.ts';

/** What was just done, and the way back. It stays until it is closed: nobody is hurried. */
export function UndoBar({ music }: { music: MusicViewModel }) {
  const undo = useBehavior(music.undo$);
  return (
    <div className="undo-place" role="status">
      {undo && (
        <div className="undo">
          <span>{undoText(undo.what, undo.title)}</span>
          <Button variant="default" onClick={() => void undo.back()}>
            {words.undo}
          </Button>
          <Button variant="subtle" onClick={() => music.dismissUndo()}>
            {words.dismiss}
          </Button>
        </div>
      )}
    </div>
  );
}
