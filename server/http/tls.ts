import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface TlsFiles {
  /** Certificate and chain, PEM. */
  readonly certFile: string;
  /** PEM. */
  readonly keyFile: string;
}

export interface Tls {
  readonly cert: string;
  readonly key: string;
  /** Until when the certificate holds, ms. */
  readonly untilMs: number;
}

/** Why there is no TLS with these files; the message says what to do about it. */
export class TlsError extends Error {
  override readonly name = 'TlsError';
}

/**
 * Reads a certificate with its key and sees that they can be served.
 *
 * @throws TlsError  unreadable, not PEM, not of one another, expired, or not yet to be used
 */
export const readTls = ({ certFile, keyFile }: TlsFiles, nowMs: number = Date.now()): Tls => {
  const cert = readText(certFile, 'ATTUNE_TLS_CERT');
  const key = readText(keyFile, 'ATTUNE_TLS_KEY');
  const x509 = parsed(() => new X509Certificate(cert), `The certificate ${certFile} is not PEM`);
  const privateKey = parsed(
    () => createPrivateKey(key),
    `The key ${keyFile} is not a PEM key without passphrase`,
  );
  if (!x509.checkPrivateKey(privateKey))
    throw new TlsError(
      `The key ${keyFile} is not that of the certificate ${certFile}. Name the two that belong together.`,
    );
  const [fromMs, untilMs] = [Date.parse(x509.validFrom), Date.parse(x509.validTo)];
  if (untilMs <= nowMs)
    throw new TlsError(`The certificate ${certFile} expired on ${day(untilMs)}. Renew it.`);
  if (fromMs > nowMs)
    throw new TlsError(
      `The certificate ${certFile} holds only from ${day(fromMs)}. Set this machine's clock, or wait.`,
    );
  return { cert, key, untilMs };
};

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

const readText = (file: string, variable: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new TlsError(`${file} cannot be read (${code}). Put it right, or name another (${variable}).`, {
      cause: error,
    });
  }
};

const parsed = <T>(parse: () => T, message: string): T => {
  try {
    return parse();
  } catch (error) {
    throw new TlsError(`${message}. Name another file, or make it anew.`, { cause: error });
  }
};
