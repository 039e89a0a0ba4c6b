import { UnstyledButton } from '@mantine/core';
import { music as words } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { AuditionItem, AuditionViewModel } from './audition-view-model.ts';

interface HearButtonProps {
  readonly audition: AuditionViewModel;
  readonly title: string;
  readonly items: readonly AuditionItem[];
  readonly disabled?: boolean;
}

/** Listens to a piece, and stops. */
export function HearButton({ audition, title, items, disabled = false }: HearButtonProps) {
  const heard = useBehavior(audition.heard$);
  const on = items.some(({ cue }) => cue.module === heard?.module);
  const label = `${on ? words.hush : words.hear}: ${title}`;
  return (
    <UnstyledButton
      className="hear"
      data-on={on}
      aria-label={label}
      disabled={disabled}
      onClick={() => (on ? audition.stop() : audition.hear(items))}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={on ? 'M6 6h12v12H6z' : 'M8 5v14l11-7z'} />
      </svg>
    </UnstyledButton>
  );
}
