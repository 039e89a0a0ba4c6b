import { liveHeart, signalsOfLog, type SessionEvent } from '../../../engine/index.ts';
import { sketchSession, type SessionPicture } from '../../session/session-picture.ts';

/**
 * The picture of a session that is over. Its beats are worked out anew, as the live page had them, since a log keeps
 * what the strap sent; the rest is in the log as it stands.
 *
 * @param pause lets the page do other things between two slices of the work
 */
export async function pastPicture(
  log: readonly SessionEvent[],
  pause: () => Promise<void> = nextTask,
): Promise<SessionPicture> {
  const { heart, take } = liveHeart();
  await signalsOfLog(log, take, pause);
  const { picture, add } = sketchSession(heart);
  for (const event of log) add(event);
  return picture;
}

const nextTask = (): Promise<void> => new Promise((settle) => setTimeout(settle));
