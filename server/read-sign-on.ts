import { readFileSync } from 'node:fs';
import { StartError } from './start-error.ts';
import type { ProviderOptions } from './accounts/openid/provider.ts';

/**
 * The options with the secret from its file.
 *
 * @throws StartError  it cannot be read, or has none
 */
export const readSignOn = <T extends Omit<ProviderOptions, 'clientSecret'>>(
  options: T & { readonly clientSecretFile: string },
): T & ProviderOptions => {
  const { clientSecretFile } = options;
  const clientSecret = textOf(clientSecretFile).trim();
  if (clientSecret === '') throw unreadable(clientSecretFile, 'it is empty');
  return { ...options, clientSecret };
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, (error as NodeJS.ErrnoException).code ?? String(error), error);
  }
};

const unreadable = (file: string, why: string, cause?: unknown): StartError =>
  new StartError(
    'no-single-sign-on',
    `The secret of single sign-on cannot be read from ${file} (${why}). Mend it, or name another ` +
      '(ATTUNE_SSO_CLIENT_SECRET_FILE).',
    { cause },
  );
