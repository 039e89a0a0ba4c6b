import { unread as words } from './words.ts';

/** In place of what could not be read, or has not been yet. */
export const Unread = ({ state }: { state: keyof typeof words }) => (
  <p className="notice" role="status" data-testid={`unread-${state}`}>
    {words[state]}
  </p>
);
