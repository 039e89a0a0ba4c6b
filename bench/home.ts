import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { AppServer } from '../test/end-to-end/support/app-server.ts';
import { LAUNCH } from '../test/end-to-end/support/launch.ts';
import { SCREENS } from '../test/end-to-end/support/screens.ts';
import { openingOf, pacedFrames } from './home/in-page.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * The bars of the app at home, in a real Chromium on the built app (`npm run build`): how the heap stands after an hour
 * of use, the longest task as each screen opens, and the frames of the breathing guide while music plays.
 * Run: npx tsx bench/home.ts [--rounds 12] [--seconds 20] [--json]
 *
 * An hour is compressed: somebody who opens another screen every ten seconds has opened all of them eight times. It is
 * true of the machine it runs on; on a busy one a task waits for the processor and counts as longer, so that each
 * screen is given its best of all rounds but the first, in which its code was still fetched.
 */

const MOST_MS = 50;
const LEAST_FRAMES = 55;
/** Of the heap of the warm page: what a browser's own caches come to. */
const MOST_GROWTH = 0.05;
/**
 * The heap is that of a page that is interpreted: what a browser compiles lies in the same heap and grows for hours, by
 * some 0.1 MB a round, whatever the app keeps.
 */
const NOT_COMPILED = '--js-flags=--no-opt --no-maglev --no-sparkplug --no-flush-bytecode';
/** After so many rounds everything has been loaded and run once. */
const WARM = 4;

interface Round {
  readonly round: number;
  readonly 'heap MB': number;
  readonly nodes: number;
  readonly listeners: number;
}

export async function home(args: readonly string[]): Promise<Report> {
  const option = (name: string, usual: number): number =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) : usual;
  const server = await AppServer.start();
  const browser = await chromium.launch(LAUNCH);
  const interpreted = await chromium.launch({ ...LAUNCH, args: [...LAUNCH.args!, NOT_COMPILED] });
  try {
    const page = await opened(browser, server.url);
    const { longest } = await walks(page, 4);
    const { rounds } = await walks(await opened(interpreted, server.url), option('--rounds', 12));
    const frames = await breathes(page, option('--seconds', 20));
    const growth = rounds.at(-1)!['heap MB'] / rounds[Math.min(WARM, rounds.length) - 1]!['heap MB'] - 1;
    const slow = longest.filter(({ ms }) => ms > MOST_MS);
    const data = { rounds, growth, longest, frames };
    return { data, text: textOf({ rounds, growth, longest, slow, frames }) };
  } finally {
    await browser.close();
    await interpreted.close();
    await server.dispose();
  }
}

async function opened(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 360, height: 760 } });
  await page.addInitScript('globalThis.__name ??= (named) => named');
  await page.goto(url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  return page;
}

/** Every screen, so many times; the heap after each round, with all garbage gone. */
async function walks(page: Page, count: number) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const rounds: Round[] = [];
  const best = new Map<string, number>();
  for (let round = 1; round <= count; round++) {
    for (const address of SCREENS) {
      const ms = await page.evaluate(openingOf, address);
      if (round > 1) best.set(address, Math.min(ms, best.get(address) ?? Infinity));
    }
    rounds.push({ round, ...(await held(session)) });
  }
  const longest = [...best].map(([screen, ms]) => ({ screen, ms })).sort((a, b) => b.ms - a.ms);
  return { rounds, longest };
}

async function held(session: CDPSession): Promise<Omit<Round, 'round'>> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const metric = (name: string): number => metrics.find((one) => one.name === name)!.value;
  return {
    'heap MB': metric('JSHeapUsedSize') / 1e6,
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
  };
}

/** Frames in each second of slow breathing with its music, sorted. */
async function breathes(page: Page, seconds: number): Promise<readonly number[]> {
  await page.evaluate(() => (location.hash = '/do/breathing'));
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByTestId('breath').waitFor();
  const frames = await page.evaluate(pacedFrames, seconds);
  await page.keyboard.press('Escape');
  return frames.toSorted((a, b) => a - b);
}

interface Found {
  readonly rounds: readonly Round[];
  readonly growth: number;
  readonly longest: readonly { readonly screen: string; readonly ms: number }[];
  readonly slow: Found['longest'];
  readonly frames: readonly number[];
}

function textOf({ rounds, growth, longest, slow, frames }: Found): string {
  const median = frames[frames.length >> 1]!;
  const bar = (holds: boolean): string => (holds ? 'holds' : 'MISSED');
  return [
    columns(rounds),
    '',
    `Heap after ${rounds.length} times ${longest.length} screens against after ${WARM} times: ` +
      `${(100 * growth).toFixed(1)} % ` +
      `(bar: ${100 * MOST_GROWTH} %, ${bar(growth <= MOST_GROWTH)})`,
    '',
    columns(longest.slice(0, 8)),
    `Screens whose opening has a task over ${MOST_MS} ms: ${slow.length} of ${longest.length} ` +
      `(bar: 0, ${bar(slow.length === 0)})`,
    '',
    `Frames a second of the breathing guide while music plays: median ${median}, least ${frames[0]} ` +
      `(bar: median ${LEAST_FRAMES}, ${bar(median >= LEAST_FRAMES)})`,
  ].join('\n');
}

await runAlone(import.meta.url, home);
