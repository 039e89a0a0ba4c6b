import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type BrowserContext, type LaunchOptions } from '@playwright/test';

/** A Chromium without what Playwright adds to one, under which no page is ever hidden and no timer slowed down. */
export interface PlainBrowser {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** @param launch  the program, its arguments and environment, as the tests' other browsers have them */
export async function startPlainBrowser({ executablePath, args, env }: LaunchOptions): Promise<PlainBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'attune-browser-'));
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`];
  const child = spawn(executablePath ?? chromium.executablePath(), [...own, ...(args ?? []), 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  const exited = once(child, 'exit');
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const lines = createInterface(child.stderr);
  const listening = new Promise<string>((resolve, reject) => {
    lines.on('line', (line) => {
      const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    lines.once('close', () => reject(new Error('The browser ended before it listened')));
  });
  const browser = await chromium.connectOverCDP(await listening, { noDefaults: true, timeout: 0 });
  const context = browser.contexts()[0]!;
  context.setDefaultTimeout(0); // as those of the test runner: its own limits are for hangs
  return {
    context,
    close: async () => {
      await browser.close();
      process.off('exit', kill);
      kill();
      await exited;
      // Processes of the browser that outlive their parent may still write there for a moment.
      await rm(folder, { recursive: true, force: true, maxRetries: 100, retryDelay: 100 });
    },
  };
}
