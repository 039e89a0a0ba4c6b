import type { Browser } from '@playwright/test';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import type * as Engine from '../../../engine/index.ts';

const entry = join(import.meta.dirname, '../../../engine/index.ts');

/** Replays a log (NDJSON) with the engine built for browsers, in a blank page of one. */
export async function replayInPage(browser: Browser, ndjson: string): Promise<string> {
  const page = await browser.newPage();
  try {
    await page.route('http://localhost/**', async (route) => {
      const isScript = route.request().url().endsWith('.js');
      await route.fulfill(
        isScript
          ? { contentType: 'text/javascript', body: await engineScript() }
          : { contentType: 'text/html', body: '<title>Replay</title>' },
      );
    });
    await page.goto('http://localhost/');
    return await page.evaluate(async (log) => {
      const script = '/engine.js';
      const { replayLog } = (await import(script)) as typeof Engine;
      const events = log
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as never);
      return replayLog(events)
        .map((event) => `${JSON.stringify(event)}\n`)
        .join('');
    }, ndjson);
  } finally {
    await page.close();
  }
}

async function engineScript(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry, formats: ['es'] } },
  })) as Rolldown.RolldownOutput[];
  return built[0]!.output[0].code;
}
