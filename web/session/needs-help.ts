import { engineConfig } from '../../engine/index.ts';
import type { SessionPicture } from './session-picture.ts';

/**
 * Whether the rating afterwards asks for the crisis card. During a session the engine watches for the same rise; after
 * it there is no music left to halt, so the screen has to.
 */
export function needsHelp({ before, after }: Pick<SessionPicture, 'before' | 'after'>): boolean {
  if (after === undefined) return false;
  const { distressRise, distressRating } = engineConfig();
  return after >= distressRating || (before !== undefined && after - before >= distressRise);
}
