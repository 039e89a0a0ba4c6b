import { Subject } from 'rxjs';
import {
  inputsOf,
  liveHeart,
  measured,
  type InputEvent,
  type LiveHeart,
  type SessionEvent,
} from '../../../engine/index.ts';
import { sketchSession, type SessionPicture } from '../../session/session-picture.ts';

/**
 * Inputs between two pauses, a few ms of work where the engine is cold. The first pause follows the reading of the
 * log.
 */
const SLICE = 20;

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
  const { picture, add } = sketchSession(await pastHeart(log, pause));
  for (const event of log) add(event);
  return picture;
}

/**
 * What `signalsOfLog` gives of the heart, in slices.
 * @throws whatever the path says on its error channel
 */
async function pastHeart(log: readonly SessionEvent[], pause: () => Promise<void>): Promise<LiveHeart> {
  const { heart, take } = liveHeart();
  const inputs$ = new Subject<InputEvent>();
  let bug: unknown;
  inputs$.pipe(measured()).subscribe({ next: take, error: (thrown: unknown) => (bug = thrown) });
  for (const [i, input] of inputsOf(log).entries()) {
    if (i % SLICE === 0) await pause();
    inputs$.next(input);
  }
  inputs$.complete();
  if (bug !== undefined) throw bug as Error;
  return heart;
}

const nextTask = (): Promise<void> => new Promise((settle) => setTimeout(settle));
