import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { argon2Hasher, ownerLink, serve, type Served } from '../../../server/index.ts';
import { clinicAccounts, type ClinicAccounts, type Person } from '../../support/clinic-accounts.ts';
import { expect, test as base } from './fixtures.ts';

/** A clinic's service over an empty folder, in this process, with its owner: its passwords cost little. */
export interface Clinic {
  readonly url: string;
  readonly accounts: ClinicAccounts;
  /** Ids of the sessions that the service has of somebody, newest first. */
  readonly sessionsOf: (as: Person) => Promise<readonly string[]>;
}

export const test = base.extend<{ readonly clinic: Clinic }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads here which fixtures are asked for
  clinic: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'attune-clinic-'));
    const { token } = await ownerLink({ dataDir, signInName: 'owner@clinic.example', clock: Date.now });
    const served: Served = await serve({
      ...{ dataDir, port: 0, host: '127.0.0.1', signals: false, mode: 'clinic' },
      webRoot: join(import.meta.dirname, '../../../dist/web'),
      accounts: { hasher: argon2Hasher({ memoryCost: 8, timeCost: 1, parallelism: 1 }) },
    });
    const accounts = await clinicAccounts(served.url, token);
    const sessionsOf = async (as: Person): Promise<readonly string[]> => {
      const answer = await accounts.ask('GET', '/sessions', { as });
      const { sessions } = (await answer.json()) as { sessions: readonly { readonly id: string }[] };
      return sessions.map(({ id }) => id);
    };
    await use({ url: served.url, accounts, sessionsOf });
    await served.close();
    await rm(dataDir, { recursive: true, force: true });
  },
});

/** Opens the page as somebody who is signed in. */
export const openAs = async (page: Page, { url }: Clinic, { cookie }: Person): Promise<void> => {
  const [name, value] = cookie.split('=') as [string, string];
  await page.context().addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  await page.goto(`${url}/#/`);
  await page.reload();
  await expect(page.getByRole('link', { name: 'Begin a session' })).toBeVisible();
};
