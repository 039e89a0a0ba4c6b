import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { DEFAULT_HOST } from './settings-table.ts';
import { StartError } from './start-error.ts';

export interface ListenOn {
  readonly host: string;
  readonly port: number;
  /** A socket that listens already and belongs to whoever started this process; host and port are its own then. */
  readonly socket?: number;
}

export const EVERY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** @throws StartError  (as a rejection) `port-in-use` or `cannot-listen` */
export const listen = async (app: FastifyInstance, { host, port, socket }: ListenOn): Promise<void> => {
  try {
    if (socket === undefined) await app.listen({ host, port });
    else {
      await app.ready();
      app.server.listen({ fd: socket });
      await once(app.server, 'listening');
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      const text = `Port ${port} on ${host} is in use. Stop the program that uses it, or choose another (ATTUNE_PORT).`;
      throw new StartError('port-in-use', text, { cause: error });
    }
    const text = `Cannot listen on ${host}, port ${port} (${message}). Choose others (ATTUNE_HOST, ATTUNE_PORT).`;
    throw new StartError('cannot-listen', text, { cause: error });
  }
};

/** Where it is found on this machine. */
export const urlOf = (app: FastifyInstance, scheme: 'http' | 'https'): string => {
  const { address, port } = app.server.address() as AddressInfo;
  // A browser cannot open the address that means all of them.
  const host = EVERY_ADDRESS.has(address) ? DEFAULT_HOST : bracketed(address);
  return `${scheme}://${host}:${port}`;
};

export const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** The first descriptor that a process may be handed, after its three standard ones. */
const FIRST_HANDED = 3;

/**
 * The listening socket that systemd hands to a service it starts (`.socket` units). It stays open while the service is
 * started anew, and whoever connects meanwhile waits for it: no request is refused. Absent: there is none.
 *
 * Source: sd_listen_fds(3)
 */
export const inheritedSocket = (
  env: Readonly<Record<string, string | undefined>>,
  pid: number,
): number | undefined =>
  env['LISTEN_FDS'] === '1' && env['LISTEN_PID'] === String(pid) ? FIRST_HANDED : undefined;
