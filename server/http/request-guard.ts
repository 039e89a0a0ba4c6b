import type { onRequestAsyncHookHandler } from 'fastify';
import { Failure } from './failures.ts';

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Keeps other web pages out of a service that listens where every page of the same browser can reach it.
 *
 * A request must name the service by a host it knows (else a hostile name that resolves to 127.0.0.1 would make
 * its page same-origin: DNS rebinding), and one that changes something must not come from another origin.
 * Programs without a browser send neither `origin` nor `sec-fetch-site` and pass.
 *
 * @param allowedHosts  further host names, without port; IPv6 in brackets
 */
export const guardRequests = (allowedHosts: readonly string[]): onRequestAsyncHookHandler => {
  const known = new Set([...LOOPBACK_HOSTS, ...allowedHosts].map((host) => host.toLowerCase()));
  return (request) => {
    const host = request.headers.host?.toLowerCase() ?? '';
    const name = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(:\d{1,5})?$/.exec(host)?.[1];
    if (name === undefined || !known.has(name)) {
      return Promise.reject(new Failure(403, 'This service is not known by that host name.', 'unknown-host'));
    }
    if (!SAFE_METHODS.has(request.method) && isFromElsewhere(request.headers, host)) {
      return Promise.reject(
        new Failure(403, 'A page of another origin cannot change anything here.', 'cross-origin'),
      );
    }
    return Promise.resolve();
  };
};

const isFromElsewhere = (headers: Readonly<Record<string, string | string[] | undefined>>, host: string) => {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin } = headers;
  if (origin === undefined) return false;
  // The scheme may differ behind a proxy that ends TLS; `null` (sandboxed, file:) does not parse.
  return (
    typeof origin !== 'string' || !URL.canParse(origin) || new URL(origin).host !== withoutDefaultPort(host)
  );
};

const withoutDefaultPort = (host: string) => host.replace(/:(80|443)$/, '');
