import type { KeptTrack, TrackAbout, TrackUpload } from '../../../../server/contract/index.ts';
import {
  httpClient,
  type Answer as HttpAnswer,
  type Denial,
  type HttpClient,
  type HttpPorts,
  type Troubled,
} from '../../../storage/http-client.ts';
import {
  isKeptTrack,
  isTrackList,
  isTrackUpload,
  isWrongOffsetReply,
} from '../../../storage/reply-shapes.ts';

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
  /** What it has, and which store that is, as it was opened there; absent: nobody says. */
  list(): Promise<Answer<{ readonly tracks: readonly KeptTrack[]; readonly store?: string }>>;
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
    list: async () => {
      const answer = await http.ask({ method: 'GET', path: '/tracks' }, isTrackList);
      const store = answer.kind === 'given' ? answer.store : undefined;
      return answerOf(answer, ({ tracks }) => ({ tracks, ...(store !== undefined && { store }) }));
    },
    get: async (id) => answerOf(await http.download(`/tracks/${id}`), (it) => it),
    put: uploadInPieces(http),
    describe: async (id, about) =>
      answerOf(
        await http.ask({ method: 'PUT', path: `/tracks/${id}/about`, body: about }, isKeptTrack),
        (it) => it,
      ),
    remove: async (id) => answerOf(await http.remove('/tracks', id), (it) => it),
  };
}

/** Bytes in a request: what a bad line carries in time, at first, and at the most. */
const SMALLEST_PIECE = 16_384;
const FIRST_PIECE = 262_144;
const LARGEST_PIECE = 4_194_304;
/** A service that names another place each time is none. */
const MOST_CORRECTIONS = 3;

/** Sends a file piece by piece, from where the service has it: what came once is not sent again. */
function uploadInPieces(http: HttpClient): TracksApi['put'] {
  let piece = FIRST_PIECE;
  return async (id, file) => {
    const path = `/tracks/${id}/upload`;
    let answer = await http.ask({ method: 'GET', path }, isTrackUpload(id));
    for (let corrections = 0; ;) {
      if (answer.kind === 'given' && answer.value.complete)
        return answer.value.offset === file.size ? { ok: true, value: answer.value } : INTERPOSED;
      const offset = offsetIn(answer);
      if (offset === undefined) {
        if (answer.kind === 'trouble' && answer.trouble.lessMayPass)
          piece = Math.max(SMALLEST_PIECE, piece / 2);
        return answerOf(answer, (it) => it);
      }
      if (answer.kind === 'denied' && ++corrections > MOST_CORRECTIONS) return INTERPOSED;
      if (offset < 0 || offset >= file.size) return INTERPOSED;
      const headers = { 'upload-offset': String(offset), 'upload-length': String(file.size) };
      const body = file.slice(offset, offset + piece);
      answer = await http.ask({ method: 'PATCH', path, headers, body }, isTrackUpload(id));
      if (answer.kind !== 'given') continue;
      if (answer.value.offset <= offset) return INTERPOSED;
      piece = Math.min(LARGEST_PIECE, piece * 2);
    }
  };
}

const INTERPOSED = { ok: false, trouble: { why: 'interposed' } } as const;

/** Where the next piece begins. */
function offsetIn(answer: HttpAnswer<TrackUpload>): number | undefined {
  if (answer.kind === 'given') return answer.value.offset;
  return answer.kind === 'denied' && isWrongOffsetReply(answer.body) ? answer.body.offset : undefined;
}

function answerOf<T, U>(answer: HttpAnswer<T>, valueOf: (value: T) => U): Answer<U> {
  switch (answer.kind) {
    case 'given':
      return { ok: true, value: valueOf(answer.value) };
    case 'denied':
      return { ok: false, trouble: { why: WHY[answer.code] ?? 'refused' } };
    case 'trouble':
      return { ok: false, trouble: answer.trouble };
  }
}

/** All else it refuses for good. */
const WHY: Readonly<Partial<Record<Denial, Refused['why']>>> = {
  'not-found': 'unknown-track',
  'too-large': 'too-large',
};
