import { afterEach, beforeEach } from 'vitest';
import { openIdProvider } from '../../../server/accounts/openid/openid-provider.ts';
import type { ProviderOptions } from '../../../server/accounts/openid/provider.ts';
import type { SingleSignOn } from '../../../server/accounts/single-sign-on.ts';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  openIdVisitor,
  startOpenIdProvider,
  type OpenIdProvider,
} from '../../support/openid-provider.ts';
import { withClinic, type Browser, type ClinicUnderTest } from './clinic-under-test.ts';

const BACK = '/api/v1/accounts/sign-in/provider/callback';

export interface SignOnUnderTest {
  readonly on: ClinicUnderTest;
  readonly provider: OpenIdProvider;
  /** What the service has of it; may be changed before a request. */
  settings: Partial<ProviderOptions>;
  signOn: Partial<Omit<SingleSignOn, 'provider'>>;
  /** Asked for, and sent there. @returns the address at the provider */
  leave(browser: Browser, path?: string, body?: object): Promise<string>;
  /** The address with which the browser is sent back. @param visitor  absent: one that was never there */
  go(address: string, press?: 'go' | 'no', visitor?: ReturnType<typeof openIdVisitor>): Promise<URL>;
  /** Back at the service. @returns the screen that the browser is sent to */
  comeBack(browser: Browser, came: URL): Promise<string>;
  /** All of it in a row. */
  signIn(browser: Browser, path?: string, body?: object): Promise<string>;
  /** The whole link of an account, made by its person. */
  linked(name: string, role: Parameters<ClinicUnderTest['invited']>[1]): Promise<Browser>;
}

/** A clinic's service with a real provider, before each test anew; its clock is that of this machine. */
export const withProvider = (clinic: { readonly secondFactor?: 'staff' } = {}): SignOnUnderTest => {
  let provider: OpenIdProvider;
  const here: { settings: Partial<ProviderOptions>; signOn: SignOnUnderTest['signOn'] } = {
    settings: {},
    signOn: {},
  };
  const usual = { claim: 'sub', scopes: ['profile'], acr: [], demandsFactors: false };
  // Asked for at each use, so that a test can change what the settings say.
  const singleSignOn = (): SingleSignOn => ({
    provider: openIdProvider(
      {
        ...{ issuer: provider.issuer, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET },
        ...usual,
        ...here.settings,
      },
      () => on.now,
    ),
    ...{ issuer: provider.issuer, claim: 'sub', called: 'Clinic account' },
    ...{ unknown: 'refuse', isOnlyForStaff: false },
    ...here.signOn,
  });
  beforeEach(async () => {
    here.settings = {};
    here.signOn = {};
    provider = await startOpenIdProvider({ returnTo: [`http://localhost${BACK}`] });
  });
  afterEach(() => provider.close());
  const on = withClinic({
    ...clinic,
    get singleSignOn() {
      return singleSignOn();
    },
  });
  beforeEach(() => {
    on.now = Date.now();
  });
  const leave: SignOnUnderTest['leave'] = async (
    browser,
    path = '/accounts/sign-in/provider/begin',
    body = {},
  ) => {
    const { status, json } = await browser.ask('POST', path, body);
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(json)}`);
    return json['address'] as string;
  };
  const go: SignOnUnderTest['go'] = (address, press, visitor = openIdVisitor()) => visitor.go(address, press);
  const comeBack: SignOnUnderTest['comeBack'] = async (browser, came) => {
    const path = `${came.pathname}${came.search}`.replace('/api/v1', '');
    const { status, headers } = await browser.follow(path);
    if (status !== 303) throw new Error(`${status} at ${path}`);
    return String(headers['location']);
  };
  const signIn: SignOnUnderTest['signIn'] = async (browser, path, body) =>
    comeBack(browser, await go(await leave(browser, path, body)));
  return {
    on,
    get provider() {
      return provider;
    },
    get settings() {
      return here.settings;
    },
    set settings(settings) {
      here.settings = settings;
    },
    get signOn() {
      return here.signOn;
    },
    set signOn(signOn) {
      here.signOn = signOn;
    },
    ...{ leave, go, comeBack, signIn },
    linked: async (name, role) => {
      const browser = on.browser();
      provider.person = { sub: `${name} there`, amr: ['mfa'] };
      const screen = await signIn(browser, undefined, { invitation: await on.invited(name, role) });
      if (screen !== '/#/account') throw new Error(screen);
      return browser;
    },
  };
};
