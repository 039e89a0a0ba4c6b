import { Button } from '@mantine/core';
import type { Behavior } from '../../kit/behavior.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { Version } from './version-view-model.ts';
import { words } from './words.ts';

interface VersionNoticeProps {
  readonly version$: Behavior<Version>;
  readonly take: () => Promise<void>;
}

/** One line where a new version waits, and the press that takes it. */
export function VersionNotice({ version$, take }: VersionNoticeProps) {
  const version = useBehavior(version$);
  if (version === 'latest') return null;
  return (
    <div className="notice notice-line" role="status" data-testid="new-version">
      <p>{version === 'waits' ? words.waits : words.heldUp}</p>
      <Button variant="default" onClick={() => void take()}>
        {words.take}
      </Button>
    </div>
  );
}
