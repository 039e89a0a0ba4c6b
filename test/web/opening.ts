import { protocolOf } from '../../engine/index.ts';
import type { SessionOpening } from '../../web/session/contributor.ts';

/** A session that is about to begin, with what a test cares about on top. */
export const opening = (about: Partial<SessionOpening> = {}): SessionOpening => ({
  ...{ atMs: 0, seed: 7, protocol: protocolOf('craving-session') },
  ...{ source: 'strap', tags: [], mayAsk: true },
  ...about,
});
