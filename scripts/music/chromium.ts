import { chromium, type CDPSession, type Page } from '@playwright/test';
import { AppServer } from '../../test/end-to-end/support/app-server.ts';
import { AttunePage } from '../../test/end-to-end/support/attune-page.ts';
import { listenTo } from '../../test/end-to-end/support/sound.ts';
import { findChromium } from '../find-chromium.mjs';

/** Seconds between two wishes for something else while underruns are counted. */
const CHANGE_S = 20;
/** The same while load is measured: shorter than the fade, so that two pieces sound all the time, or three. */
const CROWD_S = 1.2;
/** Looks at the load that are left out: pieces are still decoded. */
const WARM_UP = 5;

export interface Load {
  /** Share of the time between two buffers that Chromium spends on filling one: mean, and the busiest second. */
  readonly mean: number;
  readonly most: number;
}

export interface Playing {
  readonly minutes: number;
  /** Gaps in the sound, and their length together, as Chromium counts them. */
  readonly underruns: number;
  readonly underrunMs: number;
  /** How far the audio clock fell behind the computer's; what is not rendered in time is never made up for. */
  readonly behindMs: number;
  readonly load: Load;
}

/** What of a newer Chromium the types do not know yet. */
interface PlaybackStats {
  readonly underrunEvents: number;
  readonly underrunDuration: number;
}

declare global {
  interface Window {
    audio?: AudioContext & { readonly playbackStats?: PlaybackStats };
  }
}

/** The built app (`npm run build`) in a browser of its own. */
async function withAttune<T>(use: (attune: AttunePage) => Promise<T>): Promise<T> {
  const executablePath = findChromium();
  const server = await AppServer.start();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    // Functions that are sent to the page have been through esbuild, which names them with this.
    await page.addInitScript('globalThis.__name = (it) => it');
    return await use(new AttunePage(page, server));
  } finally {
    await browser.close();
    await server.dispose();
  }
}

/**
 * Milliseconds from a press of "Craving now" on a page that was just opened
 * to the first sample that is not silence.
 */
export const firstSoundMs = (): Promise<number> =>
  withAttune(async (attune) => {
    const sound = await listenTo(attune.page);
    await attune.open();
    await attune.cravingNow();
    return sound.firstAfterPress();
  });

/**
 * Bytes that the browser fetches before anything is pressed, after the first
 * press, and offline after the first visit.
 */
export const visit = (): Promise<{
  readonly before: number;
  readonly cached: number;
  readonly offline: boolean;
}> =>
  withAttune(async (attune) => {
    const { page } = attune;
    const sound = await listenTo(page);
    let before = 0;
    page.on('response', (response) => {
      if (response.url().endsWith('.mp3')) before++;
    });
    await attune.open();
    await page.waitForLoadState('networkidle');
    const fetched = before;
    await page.evaluate(() => navigator.serviceWorker.ready);
    const cached = await page.evaluate(recordingsCached);
    await page.context().setOffline(true);
    await page.reload();
    await attune.cravingNow();
    const offline = await sound.heard(2).then(
      () => true,
      () => false,
    );
    return { before: fetched, cached, offline };
  });

/** In the page: recordings in the caches of the service worker. */
async function recordingsCached(): Promise<number> {
  const names = await caches.keys();
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().filter(({ url }) => /\.mp3($|\?)/.test(url)).length;
}

/** Plays sessions, one after the other, asking for something else all the while. */
const play = (minutes: number, everyS: number): Promise<Playing> =>
  withAttune(async (attune) => {
    const { page } = attune;
    const cdp = await page.context().newCDPSession(page);
    const opened = new Promise<string>((resolve) =>
      cdp.on('WebAudio.contextCreated', ({ context }) => resolve(context.contextId)),
    );
    await cdp.send('WebAudio.enable');
    await page.addInitScript(keepAudio);
    await attune.open();
    await attune.cravingNow();
    const contextId = await opened;
    await page.waitForTimeout(3000);
    const began = await page.evaluate(clocks);
    const loads: number[] = [];
    const ends = Date.now() + 60_000 * minutes;
    while (Date.now() < ends) {
      await somethingElse(page);
      await page.waitForTimeout(1000 * everyS);
      loads.push(await capacity(cdp, contextId));
    }
    const ended = await page.evaluate(clocks);
    const warm = loads.slice(WARM_UP);
    return {
      minutes: (ended.audioS - began.audioS) / 60,
      underruns: ended.underruns - began.underruns,
      underrunMs: 1000 * (ended.underrunS - began.underrunS),
      behindMs: 1000 * (ended.wallS - began.wallS - (ended.audioS - began.audioS)),
      load: { mean: warm.reduce((sum, it) => sum + it, 0) / warm.length, most: Math.max(...warm) },
    };
  });

/** @param minutes  how long; pieces change every 20 s */
export const underruns = (minutes: number): Promise<Playing> => play(minutes, CHANGE_S);

/** The load while pieces change all the time. */
export const crowded = async (): Promise<Load> => (await play(0.75, CROWD_S)).load;

async function capacity(cdp: CDPSession, contextId: string): Promise<number> {
  const { realtimeData } = await cdp.send('WebAudio.getRealtimeData', { contextId });
  return realtimeData.renderCapacity;
}

/** Another piece; where the session is over, the next session. */
async function somethingElse(page: Page): Promise<void> {
  const other = page.getByRole('button', { name: 'Something else', exact: true });
  if (await other.isVisible()) await other.click();
  else await page.getByRole('button', { name: 'Craving now', exact: true }).first().click();
}

/** In the page, before anything else. */
function keepAudio(): void {
  window.AudioContext = class extends AudioContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      window.audio = this;
    }
  };
}

/** In the page: both clocks at one moment, seconds, and what has been missed so far. */
function clocks(): { wallS: number; audioS: number; underruns: number; underrunS: number } {
  const { contextTime = 0, performanceTime = 0 } = window.audio!.getOutputTimestamp();
  const stats = window.audio!.playbackStats;
  if (!stats) throw new Error('a Chromium that counts underruns (AudioContext.playbackStats) is needed');
  return {
    wallS: performanceTime / 1000,
    audioS: contextTime,
    underruns: stats.underrunEvents,
    underrunS: stats.underrunDuration,
  };
}
