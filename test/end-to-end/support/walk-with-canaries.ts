import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { AppServer } from './app-server.ts';
import { canary, filesBelow, found, tracesIn, type Trace } from './canaries.ts';
import { LAUNCH } from './launch.ts';

/** What was looked through, and what of the canaries was found. */
export interface CanaryWalk {
  readonly canaries: number;
  /** Places of the page, files of the service, files of the emptied profile. */
  readonly searched: { readonly page: number; readonly service: number; readonly profile: number };
  readonly found: readonly string[];
  /** A sentence that was left in the open on purpose was found in the profile: the search can see. */
  readonly controlFound: boolean;
  /** Rows and keys that are left in the vault after everything was deleted. */
  readonly left: number;
}

/**
 * Writes sentences that occur nowhere else into every field for words of one's own, and then looks for them in all that
 * page, service and disk have kept: while it is kept sealed, and once all of it was deleted.
 */
export async function walkWithCanaries(): Promise<CanaryWalk> {
  const profile = await mkdtemp(join(tmpdir(), 'attune-profile-'));
  const server = await AppServer.start();
  const context = await chromium.launchPersistentContext(profile, {
    ...LAUNCH,
    locale: 'en',
    acceptDownloads: true,
  });
  try {
    // Where tsx runs this, functions that go into the page call for what esbuild keeps their names with.
    await context.addInitScript('globalThis.__name ??= (named) => named');
    const page = context.pages()[0] ?? (await context.newPage());
    const [control, passphrase] = [canary('control'), canary('passphrase')];
    await page.goto(server.url);
    await page.evaluate((text) => localStorage.setItem('attune.test', text), control);
    const after = await afterSession(page);
    const entry = await writeEntry(page, server.url);
    const looked = await searchFor(page);
    const copy = await lockAndOpen(page, server.url, passphrase);
    const canaries = [after, ...entry, looked, passphrase];
    const kept = [...(await tracesIn(page)), { where: 'the sealed copy', bytes: copy }];
    const service = await filesBelow(server.folder);
    await deleteAll(page);
    const emptied = await tracesIn(page);
    await context.close();
    const files = await filesBelow(profile);
    return {
      canaries: canaries.length,
      searched: { page: kept.length, service: service.length, profile: files.length },
      found: found(canaries, [...kept, ...service, ...emptied, ...files]),
      controlFound: found([control], files).length > 0,
      left: rowsLeft(emptied),
    };
  } finally {
    await context.close();
    await server.dispose();
    await rm(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const isKept = (page: Page) =>
  page.getByTestId('keeping').filter({ hasText: 'Kept on this device.' }).waitFor();

/** "What came up?" at the end of a session of a few seconds, whose log goes to the service. */
async function afterSession(page: Page): Promise<string> {
  const text = canary('after-session');
  await button(page, 'Craving now').first().click();
  await page.getByTestId('playing').waitFor();
  await button(page, 'Stop').click();
  await button(page, 'Finish here').click();
  await button(page, 'Finish without rating').click();
  await page.getByRole('textbox', { name: 'Your text' }).fill(text);
  await isKept(page);
  await page.getByTestId('saved').filter({ hasText: 'Saved here and on this computer’s Attune' }).waitFor();
  return text;
}

async function writeEntry(page: Page, url: string): Promise<readonly string[]> {
  const [text, person] = [canary('entry'), 'Quintessa Ravenscroft'];
  await page.goto(`${url}/#/write/journal/new`);
  await page.getByRole('textbox', { name: 'Your text' }).fill(`${text} with ${person} in the evening`);
  await page.getByRole('checkbox', { name: 'lonely' }).click();
  await button(page, 'Quintessa').click();
  await button(page, 'Ravenscroft').click();
  await button(page, 'a person').click();
  await isKept(page);
  await button(page, 'Done').click();
  await page.getByRole('heading', { name: 'Journal' }).waitFor();
  return [text, person];
}

async function searchFor(page: Page): Promise<string> {
  const text = canary('searched');
  await page.getByRole('searchbox').fill(text);
  await page.getByText('Nothing you wrote has these words.').waitFor();
  return text;
}

/** @returns the sealed copy that was saved */
async function lockAndOpen(page: Page, url: string, passphrase: string): Promise<Buffer> {
  await page.goto(`${url}/#/write/key`);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Save a copy').click()]);
  await button(page, 'Set a passphrase').click();
  await page.getByLabel('New passphrase').fill(passphrase);
  await page.getByLabel('The same again').fill(passphrase);
  await button(page, 'Keep it').click();
  await button(page, 'Lock now').click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await button(page, 'Open').click();
  await button(page, 'Lock now').waitFor();
  return readFile(await download.path());
}

async function deleteAll(page: Page): Promise<void> {
  await button(page, 'Delete everything that is locked').click();
  await button(page, 'Delete all of it').click();
  await page.getByText('All of it is deleted, and so is the key.').waitFor();
}

/** What the emptied vault's tables still have. */
const rowsLeft = (traces: readonly Trace[]): number =>
  traces
    .filter(({ where }) => where.startsWith('IndexedDB attune-vault/'))
    .map(({ bytes }) => (JSON.parse(bytes.toString()) as [readonly unknown[], unknown])[0].length)
    .reduce((sum, count) => sum + count, 0);
