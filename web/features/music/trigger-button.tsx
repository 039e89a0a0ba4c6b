import { Button } from '@mantine/core';
import { isOwn } from './own/own-track.ts';
import { music as words } from './words.ts';
import type { MusicViewModel } from './music-view-model.ts';

interface TriggerButtonProps {
  readonly music: MusicViewModel;
  readonly piece: { readonly id: string; readonly title: string };
  readonly trigger: boolean;
}

/** Rules a piece out in one tap, and takes that back. */
export function TriggerButton({ music, piece, trigger }: TriggerButtonProps) {
  // Taken back, an own track waits for a word on it; a module is as it came.
  const back = isOwn(piece.id) ? 'unknown' : 'clean';
  return (
    <Button
      variant="subtle"
      className="piece-trigger"
      aria-pressed={trigger}
      onClick={() => void music.judge(piece, trigger ? back : 'trigger')}
    >
      <svg className="mark" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 21V4h11l-2.5 4L17 12H6" />
      </svg>
      {trigger ? words.notTrigger : words.trigger}
    </Button>
  );
}
