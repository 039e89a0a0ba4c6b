import type { KeptTrack, TrackAbout } from '../../../../server/contract/index.ts';
import {
  httpClient,
  type Answer as HttpAnswer,
  type Denial,
  type HttpPorts,
  type Troubled,
} from '../../../storage/http-client.ts';
import { isKeptTrack, isTrackList } from '../../../storage/reply-shapes.ts';

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Refused | Troubled };

/** Why the service, by its own word, did not do it. */
export interface Refused {
  readonly why:
    | 'unknown-track'
    /** It will never take this. */
    | 'too-large'
    /** It finds it wrong; perhaps it was spoiled on its way. */
    | 'refused';
}

/** The music on the service, as `server/contract` describes it. Nothing throws. */
export interface TracksApi {
  list(): Promise<Answer<readonly KeptTrack[]>>;
  /** The bytes that came, which may be anybody's: see whether they are the track's. */
  get(id: string): Promise<Answer<Blob>>;
  put(id: string, file: Blob): Promise<Answer<unknown>>;
  describe(id: string, about: TrackAbout): Promise<Answer<unknown>>;
  /** Done once the service says that it has no such track. */
  remove(id: string): Promise<Answer<unknown>>;
}

export function tracksApi(fetch: typeof globalThis.fetch, ports?: HttpPorts): TracksApi {
  const http = httpClient(fetch, ports);
  return {
    list: async () =>
      answerOf(await http.ask({ method: 'GET', path: '/tracks' }, isTrackList), (it) => it.tracks),
    get: async (id) => answerOf(await http.download(`/tracks/${id}`), (it) => it),
    put: async (id, file) => {
      const answer = await http.ask({ method: 'PUT', path: `/tracks/${id}`, body: file }, isKeptTrack);
      const isIt =
        answer.kind !== 'given' || (answer.value.id === id && answer.value.sizeBytes === file.size);
      return isIt ? answerOf(answer, (it) => it) : { ok: false, trouble: { why: 'interposed' } };
    },
    describe: async (id, about) =>
      answerOf(
        await http.ask({ method: 'PUT', path: `/tracks/${id}/about`, body: about }, isKeptTrack),
        (it) => it,
      ),
    remove: async (id) => answerOf(await http.remove('/tracks', id), (it) => it),
  };
}

function answerOf<T, U>(answer: HttpAnswer<T>, valueOf: (value: T) => U): Answer<U> {
  switch (answer.kind) {
    case 'given':
      return { ok: true, value: valueOf(answer.value) };
    case 'denied':
      return { ok: false, trouble: { why: WHY[answer.code] } };
    case 'trouble':
      return { ok: false, trouble: answer.trouble };
  }
}

const WHY: Readonly<Record<Denial, Refused['why']>> = {
  'not-found': 'unknown-track',
  'too-large': 'too-large',
  'invalid-request': 'refused',
  conflict: 'refused',
  gap: 'refused',
  'wrong-offset': 'refused',
};
