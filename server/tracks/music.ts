import type { FastifyRequest } from 'fastify';
import type { TrackStore } from './track-store.ts';

/** Whose music: each account's is kept apart, so that nobody learns or deletes what somebody else has. */
export interface Music extends Pick<TrackStore, 'isErased' | 'check' | 'close'> {
  /** @param owner  an account; absent: the person of a personal service */
  of(owner: string | undefined): Promise<TrackStore>;
}

/** All of it is one person's. */
export const musicOfOne = (tracks: TrackStore): Music => ({
  of: () => Promise.resolve(tracks),
  isErased: () => tracks.isErased(),
  check: () => tracks.check(),
  close: () => tracks.close(),
});

/**
 * The music of whoever asks; noted for the access log.
 * @param id  of the track that it is about; absent: several, or none
 */
export const tracksOf = (music: Music, request: FastifyRequest, id?: string): Promise<TrackStore> => {
  const { actor, seen } = request;
  const owner = actor.kind === 'account' ? actor.id : undefined;
  if (owner !== undefined) seen.set(owner, id);
  return music.of(owner);
};
