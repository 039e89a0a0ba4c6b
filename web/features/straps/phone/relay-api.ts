import type { Broken, ReceivingLine, RelayNews, SendingLine } from '../../../../devices/index.ts';
import type {
  GapReply,
  JoinedRelay,
  MadeRelay,
  RELAY_HEADER,
  RelayRead,
  RelayTaken,
  ServiceTime,
} from '../../../../server/contract/index.ts';
import { httpClient, type Answer } from '../../../storage/http-client.ts';
import type { Shape } from '../../../storage/reply-shapes.ts';

/** What a phone proves itself by once it has brought the code. */
export type Joined = Pick<JoinedRelay, 'id' | 'token'>;

/** `wrong`: there is no such code, or not any more. `wait`: too many were wrong. `trouble`: nobody answered. */
export type JoinFault = 'wrong' | 'wait' | 'trouble';

/** A phone as the sensor of another screen, over the service. Nothing rejects. */
export interface RelayApi {
  /** `signed-out`: a clinic's service, and nobody is signed in here. */
  make(): Promise<Pick<MadeRelay, 'id' | 'pairingCode' | 'forMs'> | 'signed-out' | 'trouble'>;
  /** Whether a phone is there, and the name of its strap once it has one. */
  look(id: string): Promise<Pick<RelayRead, 'joined' | 'strap'> | Broken>;
  end(id: string): void;
  receiving(id: string): ReceivingLine;
  join(pairingCode: string): Promise<Joined | JoinFault>;
  sending(joined: Joined): SendingLine;
}

const HEADER: typeof RELAY_HEADER = 'attune-relay';
/** Well below the time after which an answer is given up. */
const WAIT_S = 5;

export function relayApi(fetch: typeof globalThis.fetch): RelayApi {
  const http = httpClient(fetch);
  const time = async (): Promise<number | undefined> => {
    const answer = await http.ask({ method: 'GET', path: '/time' }, ours<ServiceTime>('serviceMs'));
    return answer.kind === 'given' ? answer.value.serviceMs : undefined;
  };
  const read = async (id: string, query: string): Promise<RelayRead | Broken> => {
    const path = `/relays/${id}${query}`;
    const answer = await http.ask({ method: 'GET', path }, ours<RelayRead>('joined', 'items', 'nextSeq'));
    return answer.kind === 'given' ? answer.value : brokenOf(answer);
  };
  return {
    make: async () => {
      const isMade = ours<MadeRelay>('id', 'pairingCode', 'forMs');
      const answer = await http.ask({ method: 'POST', path: '/relays' }, isMade);
      if (answer.kind === 'given') return answer.value;
      return answer.kind === 'trouble' && answer.trouble.why === 'signed-out' ? 'signed-out' : 'trouble';
    },
    look: (id) => read(id, ''),
    end: (id) => void http.ask({ method: 'DELETE', path: `/relays/${id}` }, ours('ended')),
    receiving: (id) => ({
      time,
      read: (from): Promise<RelayNews | Broken> =>
        read(id, from === undefined ? '' : `?from=${from}&waitS=${WAIT_S}`),
    }),
    join: async (pairingCode) => {
      const request = { method: 'POST', path: '/relays/join', body: { pairingCode } } as const;
      const answer = await http.ask(request, ours<JoinedRelay>('id', 'token'));
      if (answer.kind === 'given') return { id: answer.value.id, token: answer.value.token };
      if (answer.kind === 'denied') return 'wrong';
      return answer.trouble.why === 'busy' ? 'wait' : 'trouble';
    },
    sending: ({ id, token }) => ({
      time,
      send: async (body) => {
        const request = { method: 'POST', path: `/relays/${id}/items`, body } as const;
        const answer = await http.ask(
          { ...request, headers: { [HEADER]: token } },
          ours<RelayTaken>('nextSeq'),
        );
        if (answer.kind === 'given') return answer.value;
        if (answer.kind === 'denied' && answer.code === 'gap')
          return { nextSeq: (answer.body as GapReply).expectedSeq };
        return brokenOf(answer);
      },
    }),
  };
}

const brokenOf = (answer: Exclude<Answer<unknown>, { readonly kind: 'given' }>): Broken =>
  answer.kind === 'denied' && answer.code === 'not-found' ? 'gone' : 'cut';

const ours =
  <T extends object>(...fields: readonly (keyof T & string)[]): Shape<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    (value as { readonly service?: unknown }).service === 'attune' &&
    fields.every((field) => field in value);
