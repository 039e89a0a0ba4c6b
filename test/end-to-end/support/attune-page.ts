import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { AppServer } from './app-server.ts';
import type { Chooser } from './chooser.ts';
import type { VirtualStrap } from './virtual-strap.ts';

/** What a person does on Attune's screens, and what they look at, in the screens' own words. */
export class AttunePage {
  readonly page: Page;
  readonly #server: AppServer;

  constructor(page: Page, server: AppServer) {
    this.page = page;
    this.#server = server;
  }

  /** The same Attune in another tab. */
  on(page: Page): AttunePage {
    return new AttunePage(page, this.#server);
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.#server.url}/`);
    await this.drawn();
    await expect(this.heading).toBeVisible();
  }

  /** Waits until the app has taken the place of the shell, which looks like it. */
  async drawn(): Promise<void> {
    await expect(this.page.locator('[data-shell]')).toHaveCount(0);
  }

  /** Takes service and network away once all that the page needs is kept, and opens it anew. */
  async cutOff(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await this.#server.kill();
    await this.page.context().setOffline(true);
    await this.page.reload();
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** "settling, 72 bpm". */
  get stateLine(): Locator {
    return this.page.getByTestId('state-line');
  }

  /** The name of what plays. */
  get playing(): Locator {
    return this.page.getByTestId('playing');
  }

  /** Why it plays. */
  get why(): Locator {
    return this.page.getByTestId('why');
  }

  /** Where the sessions are kept. */
  get saved(): Locator {
    return this.page.getByTestId('saved');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  source(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}`) });
  }

  /** From Today to where the heart of the session is chosen. */
  async toSources(): Promise<void> {
    await this.page.getByRole('link', { name: 'Begin a session' }).click();
    await expect(this.heading).toHaveText('Start a session');
  }

  async cravingNow(): Promise<void> {
    await this.button('Craving now').first().click();
    await expect(this.playing).toBeVisible();
  }

  async chooseStrap(strap: VirtualStrap, chooser: Chooser): Promise<void> {
    if ((await this.heading.textContent()) !== 'Start a session') await this.toSources();
    await Promise.all([chooser.choose(strap.name), this.source('Connect a strap').click()]);
    await expect(this.heading).toHaveText('Before you begin');
  }

  async begin(): Promise<void> {
    await this.button('Skip and begin').click();
    await expect(this.playing).toBeVisible();
  }

  /** Stop, then the way to the end without a rating. */
  async finish(): Promise<void> {
    await this.button('Stop').click();
    await this.button('Finish here').click();
    await this.button('Finish without rating').click();
    // The end is written a moment after the press; before that, what was saved already looks like all.
    await expect.poll(() => this.#endIsKept()).toBe(true);
  }

  async #endIsKept(): Promise<boolean> {
    if ((await this.saved.textContent())?.startsWith('Nothing') === true) return true;
    const sessions = [...(await this.#keptSessions())];
    // Another tab may have a session too; what has just been ended was written last.
    return sessions.sort((a, b) => b.lastAtMs - a.lastAtMs)[0]?.ended !== undefined;
  }

  /** The log as the person gets it: the file's text. */
  async exportLog(): Promise<string> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: 'Save the log as a file' }).click(),
    ]);
    return readFile(await download.path(), 'utf8');
  }

  /** Waits until the service has acknowledged every event. */
  async allSaved(): Promise<void> {
    await expect(this.saved).toHaveText('Saved here and on this computer’s Attune');
    await expect
      .poll(async () => (await this.#keptSessions()).every(({ kept, acknowledged }) => kept === acknowledged))
      .toBe(true);
  }

  /** The packets in this browser's own store, as hex, in their order: what is in there outlives the page. */
  async keptPackets(): Promise<readonly string[]> {
    const rows = (await this.page.evaluate(rowsOf, 'events' as const)) as {
      event: { type: string; hex?: string };
    }[];
    return rows.flatMap(({ event }) =>
      event.type === 'packet' && event.hex !== undefined ? [event.hex] : [],
    );
  }

  /** How far each session of this browser is kept and acknowledged. */
  async #keptSessions(): Promise<readonly KeptSession[]> {
    return (await this.page.evaluate(rowsOf, 'sessions' as const)) as KeptSession[];
  }
}

/** A line of the browser's store. */
interface KeptSession {
  readonly kept: number;
  readonly acknowledged: number;
  readonly lastAtMs: number;
  readonly ended?: string;
}

/** All rows of a table of the browser's store; in a page that has had a session, so that the store is there. */
async function rowsOf(table: 'sessions' | 'events'): Promise<unknown[]> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('no reason given'));
    });
  const database = await done(indexedDB.open('attune'));
  const rows: unknown[] = await done(database.transaction(table).objectStore(table).getAll());
  database.close();
  return rows;
}
