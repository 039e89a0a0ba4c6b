import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import type { Said } from './account-api.ts';

/** The authenticators of this device. */
export interface Passkeys {
  /** Whether a page at this address may ask for one: an address in numbers has none. */
  readonly arePossible: boolean;
  make(options: unknown): Promise<Said<object>>;
  use(options: unknown): Promise<Said<object>>;
}

/** Those of the browser. Its code comes when the first one is asked for. */
export const browserPasskeys = (): Passkeys => ({
  arePossible:
    'PublicKeyCredential' in globalThis && !/^(\d+(\.\d+){3}|\[.*\])$/.test(globalThis.location.hostname),
  make: (options) =>
    given(async () => {
      const { startRegistration } = await import('@simplewebauthn/browser');
      return startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON });
    }),
  use: (options) =>
    given(async () => {
      const { startAuthentication } = await import('@simplewebauthn/browser');
      return startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
    }),
});

const given = async (ask: () => Promise<object>): Promise<Said<object>> => {
  try {
    return { ok: true, value: await ask() };
  } catch (cause) {
    const isThere = cause instanceof Error && cause.name === 'InvalidStateError';
    return { ok: false, why: isThere ? 'passkey-there' : 'no-passkey' };
  }
};
