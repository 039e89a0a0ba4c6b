import type {
  AccessLogPage,
  BreakGlassList,
  ConsentList,
  ConsentTexts,
  Purpose,
} from '../../../server/contract/index.ts';
import { httpClient, type HttpRequest } from '../../storage/http-client.ts';
import type { Shape } from '../../storage/reply-shapes.ts';

/** What a clinic's service tells a person about their own things. `undefined`: nothing came of it. Nothing throws. */
export interface AccessApi {
  /** @param before  `next` of the page before; absent: the newest */
  lines(before?: string): Promise<AccessLogPage | undefined>;
  breakGlass(): Promise<BreakGlassList['breakGlass'] | undefined>;
  texts(): Promise<ConsentTexts['texts'] | undefined>;
  consents(): Promise<ConsentList['consents'] | undefined>;
  give(purpose: Purpose, version: string): Promise<ConsentList['consents'] | undefined>;
  withdraw(purpose: Purpose): Promise<ConsentList['consents'] | undefined>;
}

export function accessApi(fetch: typeof globalThis.fetch): AccessApi {
  const http = httpClient(fetch);
  const ask = async <T extends object>(request: HttpRequest, list: keyof T): Promise<T | undefined> => {
    const answer = await http.ask<T>(request, withList<T>(list));
    return answer.kind === 'given' ? answer.value : undefined;
  };
  const consents = async (method: HttpRequest['method'], path: string, body?: object) =>
    (await ask<ConsentList>({ method, path: `${CONSENTS}${path}`, ...(body && { body }) }, 'consents'))
      ?.consents;
  return {
    lines: (before) => {
      const from = before === undefined ? '' : `?before=${encodeURIComponent(before)}`;
      return ask<AccessLogPage>({ method: 'GET', path: `/clients/me/access-log${from}` }, 'lines');
    },
    breakGlass: async () =>
      (await ask<BreakGlassList>({ method: 'GET', path: '/break-glass' }, 'breakGlass'))?.breakGlass,
    texts: async () => (await ask<ConsentTexts>({ method: 'GET', path: '/consent-texts' }, 'texts'))?.texts,
    consents: () => consents('GET', ''),
    give: (purpose, version) => consents('PUT', `/${purpose}`, { version }),
    withdraw: (purpose) => consents('DELETE', `/${purpose}`),
  };
}

const CONSENTS = '/clients/me/consents';

const withList =
  <T extends object>(list: keyof T): Shape<T> =>
  (value): value is T =>
    typeof value === 'object' && value !== null && Array.isArray((value as Partial<T>)[list]);
