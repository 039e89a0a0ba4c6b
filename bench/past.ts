import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { from } from 'rxjs';
import { attune, protocolNaming, protocolOf, type InputEvent, type SessionEvent } from '../engine/index.ts';
import { findChromium } from '../scripts/find-chromium.mjs';
import { serve } from '../server/index.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * How a session of fifteen minutes opens from the list of past ones, in a real Chromium on the built app: how long
 * until its heart is drawn, and the longest task that the page was busy with on the way.
 * Run: npm run build && npx tsx bench/past.ts [--json]
 */

const DIST = join(import.meta.dirname, '../dist/web');
const LENGTH_MS = 15 * 60_000;
const SLOWDOWNS = [1, 4];

export async function pastSession(): Promise<Report> {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('build first: npm run build');
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const dataDir = await mkdtemp(join(tmpdir(), 'attune-past-'));
  const service = await serve({ dataDir, webRoot: DIST, port: 0, signals: false });
  try {
    const log = sessionLog();
    const rows: object[] = [];
    for (const slowdown of SLOWDOWNS) {
      const page = await browser.newPage();
      rows.push({
        slowdown,
        events: log.length,
        ...(await openPast(page, { url: service.url, log, slowdown })),
      });
      await page.close();
    }
    return { text: columns(rows), data: rows };
  } finally {
    await browser.close();
    await service.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** What a session over the recorded heart leaves behind. */
function sessionLog(): readonly SessionEvent[] {
  const device = { author: 'device', sensor: 'recorded' } as const;
  const beats = readFileSync(join(import.meta.dirname, '../fixtures/recorded-heart.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',').map(Number) as [endS: number, rrMs: number])
    .map(([endS, rrMs]): InputEvent => {
      return { type: 'intervals', ...device, atMs: Math.round(1000 * endS), rrMs: [rrMs] };
    })
    .filter(({ atMs }) => atMs < LENGTH_MS);
  const inputs: InputEvent[] = [
    {
      ...{ type: 'session-started', atMs: 0, author: 'person', version: 1, seed: 1, configHash: '' },
      ...protocolNaming(protocolOf('craving-session')),
      profile: { triggers: [], earlyRecovery: false },
      source: { kind: 'recording', name: 'recorded' },
    },
    ...beats,
    { type: 'session-ended', atMs: LENGTH_MS, author: 'person', reason: 'finished' },
  ];
  const log: SessionEvent[] = [];
  from(inputs)
    .pipe(attune())
    .subscribe((event) => log.push(event));
  return log;
}

interface Opening {
  readonly url: string;
  readonly log: readonly SessionEvent[];
  readonly slowdown: number;
}

async function openPast(page: Page, { url, log, slowdown }: Opening): Promise<object> {
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.goto(`${url}/`);
  await page.getByText('Past sessions').waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(keep, log);
  await page.reload();
  await page.getByRole('link', { name: /Jan/ }).first().waitFor();
  await page.waitForLoadState('networkidle');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page.evaluate(watchPastOpen);
}

/** In the page: puts the session where the app keeps its own. */
function keep(log: readonly SessionEvent[]): Promise<void> {
  return new Promise((settle, fail) => {
    const opening = indexedDB.open('attune');
    opening.onerror = () => fail(opening.error!);
    opening.onsuccess = () => {
      const database = opening.result;
      const writing = database.transaction(['sessions', 'events'], 'readwrite');
      writing.objectStore('sessions').put({
        ...{ id: 'past', startedAtMs: 0, protocol: 'craving-session', source: 'recording', kept: log.length },
        ...{
          acknowledged: log.length,
          known: 1,
          upload: 'done',
          lastAtMs: log.at(-1)!.atMs,
          ended: 'finished',
        },
      });
      for (const event of log) writing.objectStore('events').put({ session: 'past', seq: event.seq, event });
      writing.onerror = () => fail(writing.error!);
      writing.oncomplete = () => {
        database.close();
        settle();
      };
    };
  });
}

/** In the page: opens the session and waits for its heart; times in ms. Tasks under 50 ms are not told of. */
function watchPastOpen(): Promise<{ drawnMs: number; longestTaskMs: number; longTasks: number }> {
  const tasks: number[] = [];
  const watching = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)));
  });
  watching.observe({ type: 'longtask' });
  const from = performance.now();
  location.hash = '/past/past';
  return new Promise((settle) => {
    const look = (): void => {
      if (!document.querySelector('.picture canvas')) {
        requestAnimationFrame(look);
        return;
      }
      const drawnMs = Math.round(performance.now() - from);
      setTimeout(
        () => settle({ drawnMs, longestTaskMs: Math.max(0, ...tasks), longTasks: tasks.length }),
        500,
      );
    };
    look();
  });
}

await runAlone(import.meta.url, pastSession);
