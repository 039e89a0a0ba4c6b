import { Unread as NotRead } from '../../kit/unread.tsx';
import type { Unread } from '../../storage/vault/index.ts';

/** In place of what the vault does not give now. */
export const Unreadable = ({ rows, locked }: { rows: Unread; locked: string }) =>
  rows.state === 'locked' ? (
    <p className="notice" role="status">
      {locked}
    </p>
  ) : (
    <NotRead state={rows.state} />
  );
