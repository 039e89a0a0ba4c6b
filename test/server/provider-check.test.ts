import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { effectiveSettings, serve, serveOptions, startChecks, StartError } from '../../server/index.ts';
import { CLIENT_SECRET, startOpenIdProvider, type OpenIdProvider } from '../support/openid-provider.ts';

let folder: string;
let provider: OpenIdProvider;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-checks-'));
  writeFileSync(join(folder, 'secret'), `${CLIENT_SECRET}\n`);
  provider = await startOpenIdProvider({ returnTo: ['https://clinic.example/x'] });
});
afterEach(async () => {
  await provider.close();
  rmSync(folder, { recursive: true, force: true });
});

const effective = (env: Record<string, string> = {}) =>
  effectiveSettings({
    env: {
      ...{ ATTUNE_MODE: 'clinic', ATTUNE_DATA_DIR: join(folder, 'data'), ATTUNE_PORT: '0' },
      ...{ ATTUNE_SSO_ISSUER: provider.issuer, ATTUNE_SSO_CLIENT_ID: 'attune' },
      ATTUNE_SSO_CLIENT_SECRET_FILE: join(folder, 'secret'),
      ...env,
    },
    platform: 'linux',
    home: folder,
  });
const found = async (env: Record<string, string> = {}) => {
  const checks = await startChecks(effective(env));
  const [check] = checks.filter(({ name }) => name === 'single sign-on');
  return `${check?.state}: ${check?.says}`;
};

describe('startChecks of a clinic’s own sign-in', () => {
  it('finds a provider that knows us, and says where it has to send people back to', async () => {
    const env = {
      ...{ ATTUNE_TRUST_PROXY: '127.0.0.1', ATTUNE_ALLOWED_HOSTS: 'clinic.example' },
      ATTUNE_BASE_PATH: '/attune',
    };
    expect(await found(env)).toBe(
      `right: ${provider.issuer} answers and knows Attune; it has to send people back to ` +
        'https://clinic.example/attune/api/v1/accounts/sign-in/provider/callback',
    );
  });

  it('says that id or secret are wrong', async () => {
    writeFileSync(join(folder, 'secret'), 'another');
    expect(await found()).toMatch(/^wrong: .*does not know Attune/);
    expect(await found({ ATTUNE_SSO_CLIENT_ID: 'nobody' })).toMatch(/^wrong: .*does not know Attune/);
  });

  it('says that another issuer answers there', async () => {
    const other = createServer((_request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ issuer: 'https://other.example' }));
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    expect(await found({ ATTUNE_SSO_ISSUER: issuer })).toMatch(
      /^wrong: .*is not the issuer that answers there/,
    );
    other.close();
  });

  it('minds a provider that is down, and lets the service start', async () => {
    await provider.close();
    expect(await found()).toMatch(/^mind: .*does not answer as it should.*ECONNREFUSED/);
    const served = await serve({ ...serveOptions(effective().settings), signals: false });
    const { status } = await fetch(`${served.url}/api/v1/ready`);
    expect(status).toBe(200);
    await served.close();
  });

  it('says that the secret cannot be read, and then the service does not start', async () => {
    const env = { ATTUNE_SSO_CLIENT_SECRET_FILE: join(folder, 'nowhere') };
    expect(await found(env)).toMatch(
      /^wrong: The secret of single sign-on cannot be read from .* \(ENOENT\)/,
    );
    await expect(serve({ ...serveOptions(effective(env).settings), signals: false })).rejects.toThrow(
      StartError,
    );
  });
});

describe('effectiveSettings of a clinic’s own sign-in', () => {
  it.each<[Record<string, string>, RegExp]>([
    [{ ATTUNE_SSO_ISSUER: 'http://login.clinic.example' }, /must be https/],
    [{ ATTUNE_SSO_ISSUER: 'https://a.example/.well-known/openid-configuration' }, /leave that away/],
    [{ ATTUNE_SSO_CLIENT_ID: '' }, /without ssoClientId/],
    [{ ATTUNE_SSO_CLIENT_SECRET_FILE: '' }, /without ssoClientSecretFile/],
    [{ ATTUNE_SSO_CLAIM: 'email' }, /cannot be email/],
    [{ ATTUNE_SSO_ROLES: 'staff=clinician' }, /without ssoGroupsClaim/],
    [{ ATTUNE_SSO_ROLES: 'staff=owner', ATTUNE_SSO_GROUPS_CLAIM: 'groups' }, /not "staff=owner"/],
    [{ ATTUNE_SSO_ISSUER: '' }, /without its issuer/],
    [{ ATTUNE_MODE: 'personal' }, /are for clinic mode/],
  ])('refuses %j', (env, said) => {
    expect(effective(env).faults).toEqual([expect.stringMatching(said)]);
  });

  it('demands a second factor of staff in a clinic, and of nobody at home', () => {
    expect(effective().settings.secondFactor).toBe('staff');
    expect(effectiveSettings({ env: {}, platform: 'linux', home: '/' }).settings.secondFactor).toBe('off');
  });
});
