/** Whom the clinic's own sign-in says that somebody is. */
export interface Identity {
  /** What names the person there for good: the claim that the settings name. */
  readonly name: string;
  /** `sub`, by which the provider ends sign-ins. */
  readonly subject: string;
  /** The provider's own session; absent: it says none. */
  readonly session?: string;
  /** When the person last showed the provider who they are, epoch ms. */
  readonly provedAtMs: number;
  /** Whether they showed two factors there. */
  readonly isStrong: boolean;
  /** What the person is in; empty where the settings name no claim of it. */
  readonly groups: readonly string[];
  readonly shownName?: string;
  readonly signInName?: string;
}

/** What one way there and back is held together by; all of it follows from one secret of the browser. */
export interface Journey {
  /** The address that the provider sends the browser back to. */
  readonly returnTo: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** The person is asked anew, whatever session they have there. */
  readonly anew: boolean;
}

/** Whose sign-ins the provider has ended. */
export interface LoggedOut {
  readonly subject?: string;
  readonly session?: string;
}

export type ProviderFaultCode =
  /** It does not answer, or has trouble. */
  | 'down'
  /** It does not take this service for its client: id, secret or address are not what it knows. */
  | 'refused'
  /** The person called it off, or it let them not in. */
  | 'cancelled'
  /** The code is spent or too old. */
  | 'spent'
  /** What it said does not hold: for another service, of another provider, too old, or signed by nobody. */
  | 'not-fitting';

/** Why nothing came of asking the provider. */
export class ProviderFault extends Error {
  override readonly name = 'ProviderFault';
  readonly code: ProviderFaultCode;
  constructor(code: ProviderFaultCode, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** A clinic's own sign-in (OpenID Connect). Every method rejects with a `ProviderFault`, and with nothing else. */
export interface Provider {
  /** Where the browser goes to sign in. */
  address(journey: Journey): Promise<string>;
  /** Who it is. @param came  the address that the browser came back by, with its query */
  identity(came: URL, journey: Journey): Promise<Identity>;
  /** @param token  what the provider posts where somebody's session there has ended */
  loggedOut(token: string): Promise<LoggedOut>;
}

/** What a clinic's service knows of it. */
export interface ProviderOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that names a person for good. */
  readonly claim: string;
  readonly scopes: readonly string[];
  /** The claim that has a person's groups; absent: nobody asks. */
  readonly groupsClaim?: string;
  /** Values of `acr` that stand for two factors; asked for, too. */
  readonly acr: readonly string[];
  /** Whether it asks everybody for two factors, so that nothing need say so. */
  readonly demandsFactors: boolean;
}
