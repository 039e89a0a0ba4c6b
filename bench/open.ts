import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { chromium, type Browser, type BrowserContext } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.mjs';
import { serve } from '../server/index.ts';
import type { BytesByKind } from './opening/count-bytes.ts';
import { bytesOfFirstScreen, visit, type Visit } from './opening/visit.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * How quickly the web app opens, in a real Chromium on the real service; medians.
 * Run: npx tsx bench/open.ts [--runs 5] [--web dist/web] [--json]
 */

const SLOWDOWNS = [1, 4];
/**
 * How long the page is left alone before the press that is not made at
 * once: all that is fetched when idle is there.
 */
const REST_MS = 5000;
const DIST = join(import.meta.dirname, '../dist/web');

/** In this order, in one browser profile: nothing kept, then everything, then nothing but what was kept. */
type Kind = 'first visit' | 'again' | 'again, at rest' | 'offline';

interface Row extends Visit {
  readonly slowdown: number;
  readonly kind: Kind;
}

export async function opening(args: readonly string[]): Promise<Report> {
  const { runs, web } = optionsIn(args);
  if (web === DIST && !existsSync(join(DIST, 'index.html')))
    execFileSync('npm', ['run', 'build'], { cwd: join(DIST, '../..'), stdio: ['ignore', 2, 2] });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    const rows: Row[] = [];
    const bytes = await withNewcomer(browser, web, ({ context, url }) => bytesOfFirstScreen(context, url));
    for (const slowdown of SLOWDOWNS) {
      const took: Record<Kind, Visit>[] = [];
      for (let run = 0; run < runs; run++)
        took.push(await withNewcomer(browser, web, (newcomer) => visits(newcomer, slowdown)));
      for (const kind of Object.keys(took[0]!) as Kind[])
        rows.push({ slowdown, kind, ...mediansOf(took.map((visited) => visited[kind])) });
    }
    return { text: textOf(bytes, rows), data: { runs, bytes, visits: rows } };
  } finally {
    await browser.close();
  }
}

interface Newcomer {
  readonly context: BrowserContext;
  readonly url: string;
  /** Takes service and network away. */
  readonly cutOff: () => Promise<void>;
}

/** Somebody new: own browser profile, own service. */
async function withNewcomer<T>(
  browser: Browser,
  webRoot: string,
  act: (newcomer: Newcomer) => Promise<T>,
): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'attune-open-'));
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const service = await serve({ dataDir, webRoot, port: 0, signals: false });
  const cutOff = async (): Promise<void> => {
    await service.close();
    await context.setOffline(true);
  };
  try {
    return await act({ context, url: `${service.url}/`, cutOff });
  } finally {
    await context.close();
    await service.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function visits({ context, url, cutOff }: Newcomer, slowdown: number): Promise<Record<Kind, Visit>> {
  const open = (restMs: number): Promise<Visit> => visit(context, { url, slowdown, restMs });
  const first = await open(0);
  await everythingKept(context, url);
  const again = await open(0);
  const rested = await open(REST_MS);
  await cutOff();
  return { 'first visit': first, again, 'again, at rest': rested, offline: await open(0) };
}

/** Waits until the service worker has all that it keeps for offline. */
async function everythingKept(context: BrowserContext, url: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.close();
}

const FIGURES = ['firstPaintMs', 'answeredMs', 'reactionMs', 'soundMs', 'heardMs'] as const;

const mediansOf = (visited: readonly Visit[]): Visit =>
  Object.fromEntries(
    FIGURES.map((figure) => [figure, median(visited.map((one) => one[figure]))]),
  ) as unknown as Visit;

const median = (values: readonly number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!);

function textOf(bytes: BytesByKind, rows: readonly Row[]): string {
  const kilobytes = Object.entries(bytes).map(([kind, sent]) => ({ kind, kB: (sent / 1000).toFixed(1) }));
  const figures = rows.map(({ kind, slowdown, ...figures }) => ({
    visit: `${kind}, ${slowdown}×`,
    'first paint': figures.firstPaintMs,
    answered: figures.answeredMs,
    'press to answer': figures.reactionMs,
    'press to sound': figures.soundMs,
    heard: figures.heardMs,
  }));
  return [
    'As sent on a first visit, before the app had drawn its first screen:',
    columns(kilobytes),
    '',
    'Medians, ms; "answered" and "heard" count from the start of the navigation, with the press as early as can be:',
    columns(figures),
  ].join('\n');
}

function optionsIn(args: readonly string[]): { readonly runs: number; readonly web: string } {
  const given = (name: string): string | undefined => {
    const at = args.indexOf(name);
    return at < 0 ? undefined : args[at + 1];
  };
  return { runs: Number(given('--runs') ?? 5), web: resolve(given('--web') ?? DIST) };
}

await runAlone(import.meta.url, opening);
