import type { Settings } from './settings-table.ts';

/** Names of this very machine, which browsers trust without TLS. */
const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/** Whether a host is this very machine's own. */
export const isLoopbackName = (host: string): boolean => LOOPBACK.test(host);

/**
 * What a browser leaves out where it finds the app by plain http under another name than this machine's own, what to do
 * about it, and who may read it all; absent: the host is this machine's own.
 *
 * @param url  where the app is found on this machine
 */
export const plainHttpNote = (
  { host, mode, tlsCert }: Pick<Settings, 'host' | 'mode' | 'tlsCert'>,
  url: string,
): string | undefined => {
  if (isLoopbackName(host)) return undefined;
  const plain =
    `Mind: found by plain http under another name than localhost (here ${host}), a browser gives Attune no ` +
    'Bluetooth, so no strap, nothing offline, and may drop what it keeps. ' +
    'Put a proxy with TLS in front and name its host in ATTUNE_ALLOWED_HOSTS, ' +
    `or use it on this computer as ${url.replace(/\/\/.*:/, '//localhost:')}`;
  const open = 'There are no accounts: whoever reaches this address reads everything.';
  const lines = [...(tlsCert === undefined ? [plain] : []), ...(mode === 'personal' ? [open] : [])];
  return lines.length > 0 ? lines.join('\n') : undefined;
};
