import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify';
import { Failure } from './failures.ts';

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request is for the API, or its description, rather than for the page. */
export const isOfApi = ({ url, routeOptions }: Pick<FastifyRequest, 'url' | 'routeOptions'>): boolean =>
  // The route is asked too, since an address can be written in escapes.
  [url, routeOptions.url ?? ''].some((it) => /^\/api([/?]|$)/.test(it));

/**
 * Keeps other web pages out of a service that listens where every page of the same browser can reach it.
 *
 * A request must name the service by a host it knows (else a hostile name that resolves to 127.0.0.1 would make
 * its page same-origin: DNS rebinding), and one that changes something, or is for the API, must not come from another
 * origin: it could not read the answer, but it could use up the budget of requests. Programs without a browser say
 * nothing of where they come from, and pass. A link to the API's description may be followed from anywhere, and a
 * clinic's own sign-in sends people back.
 *
 * @param allowedHosts  further host names, without port; IPv6 in brackets
 */
export const guardRequests = (allowedHosts: readonly string[]): onRequestAsyncHookHandler => {
  const known = new Set([...LOOPBACK_HOSTS, ...allowedHosts].map((host) => host.toLowerCase()));
  return (request) => {
    // Who has gone has no address to be counted under, whatever the type says.
    if ((request.ip as string | undefined) === undefined)
      return Promise.reject(new Failure(408, 'The request broke off.'));
    // Of none or of several names somebody on the way may have believed another (RFC 9112, section 3.2).
    if (hostsIn(request.raw.rawHeaders) !== 1)
      return Promise.reject(new Failure(400, 'A request must name one host.'));
    const host = request.headers.host?.toLowerCase() ?? '';
    const name = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/.exec(host)?.[1];
    if (name === undefined || !known.has(name)) {
      return Promise.reject(new Failure(403, 'This service is not known by that host name.', 'unknown-host'));
    }
    const isLink = isLinkToDocs(request) || isReturnFromProvider(request);
    const isGuarded = !SAFE_METHODS.has(request.method) || (isOfApi(request) && !isLink);
    if (isGuarded && isFromElsewhere(request.headers, host)) {
      return Promise.reject(
        new Failure(
          403,
          'A page of another origin can neither read nor change anything here.',
          'cross-origin',
        ),
      );
    }
    return Promise.resolve();
  };
};

/** @param raw  names and values in turn, as they came */
const hostsIn = (raw: readonly string[]): number =>
  raw.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;

const isLinkToDocs = ({ method, headers, routeOptions }: FastifyRequest): boolean =>
  method === 'GET' &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document' &&
  /^\/api\/docs\/?$/.test(routeOptions.url ?? '');

/** A browser that the clinic's own sign-in sends back, with a cookie and a state that it has to fit (see there). */
const isReturnFromProvider = ({ method, headers, routeOptions }: FastifyRequest): boolean =>
  method === 'GET' &&
  (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate' &&
  (headers['sec-fetch-dest'] ?? 'document') === 'document' &&
  /\/accounts\/sign-in\/provider\/callback$/.test(routeOptions.url ?? '');

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const isFromElsewhere = ({ 'sec-fetch-site': site, origin, referer }: Headers, host: string): boolean => {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  // Over plain http under another name than localhost browsers do not say the site, but who sent them here.
  return [origin, site === undefined ? referer : undefined].some(
    (from) => from !== undefined && !isOfHost(from, host),
  );
};

/** The scheme may differ behind a proxy that ends TLS; `null` (sandboxed, file:) does not parse. */
const isOfHost = (address: string | string[], host: string): boolean =>
  typeof address === 'string' && URL.canParse(address) && new URL(address).host === withoutDefaultPort(host);

const withoutDefaultPort = (host: string) => host.replace(/:(80|443)$/, '');
