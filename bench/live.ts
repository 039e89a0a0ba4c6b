import { chromium, type Page } from '@playwright/test';
import { AppServer } from '../test/end-to-end/support/app-server.ts';
import { AttunePage } from '../test/end-to-end/support/attune-page.ts';
import { chooserOf } from '../test/end-to-end/support/chooser.ts';
import { heartRatePayload } from '../test/end-to-end/support/heart-rate-payload.ts';
import { LAUNCH } from '../test/end-to-end/support/launch.ts';
import { packetsWithCommands, watchPackets } from '../test/end-to-end/support/packet-watch.ts';
import { startPrivateBus } from '../test/end-to-end/support/private-bus.ts';
import { listenTo } from '../test/end-to-end/support/sound.ts';
import { VirtualBluetooth } from '../test/end-to-end/support/virtual-bluetooth.ts';
import { columns, runAlone, type Part } from './report.ts';

/**
 * What the built app (`npm run build`) does in time, in a real Chromium with a virtual strap: `npx tsx bench/live.ts`.
 * It is true of the machine it runs on, and of an idle one at that; the end-to-end tests hold the order of the same
 * things, on any machine.
 */
const PRESSES = 5;
const PACKETS = 50;
/** ms between two packets whose way is timed. */
const PACKET_EVERY_MS = 40;
/** How often the ceiling is reached, and the page's ms that go by with each packet until it is. */
const STOPS = 10;
const PACKET_MS = 3000;

interface Figure {
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  readonly of: number;
  readonly unit: 'ms';
}

/** Where a figure is taken: a page of its own that has not been opened, and the Bluetooth around it. */
interface Place {
  readonly page: Page;
  readonly attune: AttunePage;
  readonly bluetooth: VirtualBluetooth;
}

export const live: Part = async () => {
  const figures: Figure[] = [];
  for (const measure of [pressToSound, packetToCommand, packetToScreen]) figures.push(...(await at(measure)));
  return { text: columns(figures), data: figures };
};

/**
 * From a press to the first sound, in a page that was just opened and in one
 * that has played; and from Esc to the last.
 */
async function pressToSound({ page, attune }: Place): Promise<readonly Figure[]> {
  const sound = await listenTo(page);
  const [cold, warm, last]: number[][] = [[], [], []];
  for (let press = 0; press < PRESSES; press++) {
    await attune.open();
    for (const found of [cold!, warm!]) {
      await attune.cravingNow();
      found.push(await sound.firstAfterPress());
      await sound.heard(2);
      await page.keyboard.press('Escape');
      last!.push(await sound.lastAfterPress());
      await attune.button('Finish here').click();
      await attune.button('Finish without rating').click();
      await page.getByRole('link', { name: 'Back to Today' }).click();
    }
  }
  return [
    figure('"Craving now" to the first sound, page just opened', cold!),
    figure('"Craving now" to the first sound, second session', warm!),
    figure('Esc handled to the last sound, on the audio clock', last!),
  ];
}

/**
 * From a packet's event to the end of its handling, and to what it puts on
 * the audio clock where a decision falls due.
 */
async function packetToCommand({ page, attune, bluetooth }: Place): Promise<readonly Figure[]> {
  await page.addInitScript(watchPackets, PACKET_MS);
  await attune.open();
  const strap = bluetooth.addStrap();
  await attune.chooseStrap(strap, await chooserOf(page));
  await attune.begin();
  const rrMs = Array<number>(8).fill(PACKET_MS / 8);
  const heart = setInterval(() => strap.beat({ bpm: 160, rrMs, contact: true }), PACKET_EVERY_MS);
  for (let stop = 0; stop < STOPS; stop++) await attune.button('Go on').click();
  clearInterval(heart);
  const all = (await page.evaluate(() => window.handledPackets)) ?? [];
  const commanding = await page.evaluate(packetsWithCommands);
  return [
    figure(
      'packet handled by engine and player',
      all.map(({ began, done }) => done - began),
    ),
    figure(
      'packet event to the first audio command',
      commanding.map(({ firstCommand }) => firstCommand!),
    ),
    figure(
      'packet event to the last audio command',
      commanding.map(({ lastCommand }) => lastCommand!),
    ),
  ];
}

/** From a strap's notification to its number on the group screen. */
async function packetToScreen({ page, attune, bluetooth }: Place): Promise<readonly Figure[]> {
  await attune.open();
  await page.goto(`${new URL(page.url()).origin}/#/group`);
  const strap = bluetooth.addStrap();
  await Promise.all([(await chooserOf(page)).choose(strap.name), attune.button('Add a strap').click()]);
  while (!strap.listenedTo) await page.waitForTimeout(PACKET_EVERY_MS);
  await page.evaluate(watchNumber);
  const sent = new Map<string, number>();
  for (let i = 0; i < PACKETS; i++) {
    sent.set(String(60 + i), performance.timeOrigin + performance.now());
    strap.send(heartRatePayload({ bpm: 60 + i }));
    await page.waitForTimeout(PACKET_EVERY_MS);
  }
  const shown = (await page.evaluate(() => window.shownNumbers)) ?? [];
  const ways = shown.flatMap(({ text, atMs }) => (sent.has(text) ? [atMs - sent.get(text)!] : []));
  return [figure('notification to the number on the group screen', ways)];
}

declare global {
  interface Window {
    shownNumbers?: { text: string; atMs: number }[];
  }
}

/** In the page: notes when each number of the first person came to be shown, epoch ms. */
function watchNumber(): void {
  const seen: { text: string; atMs: number }[] = (window.shownNumbers = []);
  const look = (): void => {
    const text = document.querySelector('[data-testid="member-bpm"]')?.textContent ?? '';
    if (seen.at(-1)?.text !== text) seen.push({ text, atMs: performance.timeOrigin + performance.now() });
  };
  const what = { subtree: true, childList: true, characterData: true };
  new MutationObserver(look).observe(document.querySelector('.group-members')!, what);
}

async function at<T>(measure: (place: Place) => Promise<T>): Promise<T> {
  const bus = await startPrivateBus();
  const bluetooth = new VirtualBluetooth();
  await bluetooth.start(bus.address);
  const server = await AppServer.start();
  const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: bus.address };
  const browser = await chromium.launch({ ...LAUNCH, env });
  try {
    const page = await browser.newPage();
    // Functions that are sent to the page have been through esbuild, which names them with this.
    await page.addInitScript('globalThis.__name = (it) => it');
    return await measure({ page, attune: new AttunePage(page, server), bluetooth });
  } finally {
    await browser.close();
    await server.dispose();
    bluetooth.stop();
    await bus.stop();
  }
}

/** @param values  ms; at least one */
function figure(what: string, values: readonly number[]): Figure {
  const sorted = values.toSorted((a, b) => a - b);
  const quantile = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1]!;
  return { what, p50: quantile(0.5), p95: quantile(0.95), most: quantile(1), of: sorted.length, unit: 'ms' };
}

await runAlone(import.meta.url, live);
