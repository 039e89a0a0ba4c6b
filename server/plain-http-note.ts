/** Names of this very machine, which browsers trust without TLS. */
const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/**
 * What a browser leaves out where it finds the app by plain http under another name than this machine's own, and what
 * to do about it; absent: the host is this machine's own.
 *
 * @param url  where the app is found on this machine
 */
export const plainHttpNote = (host: string, url: string): string | undefined =>
  LOOPBACK.test(host)
    ? undefined
    : `Mind: found by plain http under another name than localhost (here ${host}), a browser gives Attune no ` +
      'Bluetooth, so no strap, nothing offline, and may drop what it keeps. ' +
      'Put a proxy with TLS in front and name its host in ATTUNE_ALLOWED_HOSTS, ' +
      `or use it on this computer as ${url.replace(/\/\/.*:/, '//localhost:')}\n` +
      'There are no accounts: whoever reaches this address reads everything.';
