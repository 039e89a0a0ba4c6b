import { API_PREFIX } from './contract/index.ts';
import { PROVIDER_CALLBACK } from './accounts/provider-journey.ts';
import { mind, right, wrong, type Check } from './operation/check.ts';
import type { SignOnOptions } from './settings-sign-on.ts';
import { openIdProvider } from './accounts/openid/openid-provider.ts';
import { ProviderFault } from './accounts/openid/provider.ts';
import { readSignOn } from './read-sign-on.ts';

const NAME = 'single sign-on';

/**
 * Whether the provider answers, and knows this service by its id and secret. That it is down keeps no service from
 * starting.
 *
 * @param origins  where people reach the service
 */
export const providerChecks = async (
  options: SignOnOptions,
  origins: readonly string[],
): Promise<readonly Check[]> => {
  const { issuer } = options;
  const addresses = origins.map((origin) => `${origin}${API_PREFIX}${PROVIDER_CALLBACK}`).join(' or ');
  try {
    await openIdProvider(readSignOn(options), Date.now).check();
    return [right(NAME, `${issuer} answers and knows Attune; it has to send people back to ${addresses}`)];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (!(error instanceof ProviderFault)) return [wrong(NAME, why)];
    return [checkOf(error, issuer)];
  }
};

const checkOf = ({ code, message }: ProviderFault, issuer: string): Check => {
  if (code === 'down')
    return mind(
      NAME,
      `${issuer} does not answer as it should: ${message}. Until it does, passwords still do.`,
    );
  return wrong(
    NAME,
    code === 'refused'
      ? `${issuer} does not know Attune: ${message}. Compare client id, secret and addresses with what stands there.`
      : `${issuer} is not the issuer that answers there: ${message}. Mend ATTUNE_SSO_ISSUER.`,
  );
};
