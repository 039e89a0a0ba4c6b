import type {
  API_PREFIX,
  ErrorReply,
  KeptTrack,
  TrackAbout,
  TrackList,
} from '../../../../server/contract/index.ts';

/** Why the service did not do it. */
export type Refusal =
  /** Not reachable, out of breath: the same again later. */
  | 'away'
  /** Its disk has no room: the same again later. */
  | 'full'
  | 'unknown-track'
  /** It will never take this. */
  | 'refused';

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Refusal };

/** The music on the service, as `server/contract` describes it. Nothing throws. */
export interface TracksApi {
  list(): Promise<Answer<readonly KeptTrack[]>>;
  get(id: string): Promise<Answer<Blob>>;
  put(id: string, file: Blob): Promise<Answer<undefined>>;
  describe(id: string, about: TrackAbout): Promise<Answer<undefined>>;
  remove(id: string): Promise<Answer<undefined>>;
}

// Type imports: the contract's schemas would bring their whole library into the page.
const TRACKS: `${typeof API_PREFIX}/tracks` = '/api/v1/tracks';

export function tracksApi(fetch: typeof globalThis.fetch): TracksApi {
  const call = async <T>(
    path: string,
    init: RequestInit,
    read: (from: Response) => Promise<T>,
  ): Promise<Answer<T>> => {
    try {
      const response = await fetch(`${TRACKS}${path}`, init);
      if (response.ok) return { ok: true, value: await read(response) };
      return { ok: false, why: refusalOf(response.status, await response.json().catch(() => undefined)) };
    } catch {
      return { ok: false, why: 'away' };
    }
  };
  const nothing = (): Promise<undefined> => Promise.resolve(undefined);
  const put = (path: string, type: string, body: BodyInit) =>
    call(path, { method: 'PUT', headers: { 'content-type': type }, body }, nothing);
  return {
    list: () => call('', {}, async (from) => ((await from.json()) as TrackList).tracks),
    get: (id) => call(`/${id}`, {}, (from) => from.blob()),
    put: (id, file) => put(`/${id}`, 'application/octet-stream', file),
    describe: (id, about) => put(`/${id}/about`, 'application/json', JSON.stringify(about)),
    remove: (id) => call(`/${id}`, { method: 'DELETE' }, nothing),
  };
}

function refusalOf(status: number, body: unknown): Refusal {
  const { code } = (body ?? {}) as Partial<ErrorReply>;
  if (code === 'storage-full') return 'full';
  // An answer without our code is not from our service (a proxy, a plain file server); 403 is about this address of it.
  if (!code || status >= 500 || status === 429 || status === 403) return 'away';
  return status === 404 ? 'unknown-track' : 'refused';
}
