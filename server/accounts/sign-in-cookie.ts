import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountPorts } from './account-ports.ts';

type Cookie = 'sign-in' | 'device' | 'provider';

/** Over https only this host can have set them, for all of its addresses (RFC 6265bis, 4.1.3.2). */
const nameOf = (cookie: Cookie, isSecure: boolean): string => `${isSecure ? '__Host-' : ''}attune-${cookie}`;

/** Whether the browser came by https. */
export const isOverTls = ({ protocol }: FastifyRequest, { secure }: AccountPorts): boolean =>
  secure ?? protocol === 'https';

/** The token that the browser has; absent: none. */
export const tokenIn = (request: FastifyRequest, cookie: Cookie, ports: AccountPorts): string | undefined =>
  parseCookie(request.headers.cookie ?? '')[nameOf(cookie, isOverTls(request, ports))];

interface Given {
  readonly cookie: Cookie;
  readonly token: string;
  readonly lastsMs: number;
}

/**
 * Has the browser keep the token: no script reads it, no other site's page has it sent. That of somebody who is away at
 * the clinic's own sign-in comes along when they are sent back from there.
 */
export const giveToken = (
  reply: FastifyReply,
  { cookie, token, lastsMs }: Given,
  ports: AccountPorts,
): void => {
  const secure = isOverTls(reply.request, ports);
  const text = stringifySetCookie(nameOf(cookie, secure), token, {
    ...{ httpOnly: true, secure, sameSite: cookie === 'provider' ? 'lax' : 'strict', path: '/' },
    maxAge: Math.floor(lastsMs / 1000),
  });
  void reply.header('set-cookie', text);
};

/** Has the browser forget it. */
export const takeToken = (reply: FastifyReply, cookie: Cookie, ports: AccountPorts): void =>
  giveToken(reply, { cookie, token: '', lastsMs: 0 }, ports);
