import type { BrowserContext, Page } from '@playwright/test';
import { recordSound } from '../../test/end-to-end/support/record-sound.ts';
import { countBytes, type BytesByKind } from './count-bytes.ts';

/** One visit to the page, from an address typed to music heard. Times in ms. */
export interface Visit {
  /** From the start of the navigation to the first text or picture. */
  readonly firstPaintMs: number;
  /** From the start of the navigation to the frame that answers a press of "Craving now" made as early as it can be. */
  readonly answeredMs: number;
  /** From the press to that frame. */
  readonly reactionMs: number;
  /** From the press to the first sound in the page's own output. */
  readonly soundMs: number;
  /** From the start of the navigation to that sound. */
  readonly heardMs: number;
}

export interface VisitSetting {
  readonly url: string;
  /** How many times slower than it is the processor of the page is made to seem. */
  readonly slowdown: number;
  /** How long the page is left alone once it can be pressed, ms. */
  readonly restMs: number;
}

declare global {
  interface Window {
    /** When React had drawn the first screen and when the press was answered, ms of `performance.now()`. */
    opening?: { drawnAt?: number; answeredAt?: number };
  }
}

/** Quieter than this is silence: −100 dBFS. */
const SILENCE = 1e-5;
/** No visit takes longer, ms; one that does has failed. */
const LIMIT_MS = 60_000;

/** As sent until React has drawn the first screen, where nobody presses anything. */
export async function bytesOfFirstScreen(context: BrowserContext, url: string): Promise<BytesByKind> {
  const page = await watchedPage(context);
  const sent = await countBytes(await context.newCDPSession(page));
  await page.goto(url);
  const drawnAt = await page.waitForFunction(() => window.opening?.drawnAt);
  // What was asked for by then may still be on its way.
  await page.waitForLoadState('networkidle');
  return sent.until((await drawnAt.jsonValue())!);
}

/** Opens the page in a tab of its own, presses "Craving now" and listens. */
export async function visit(
  context: BrowserContext,
  { url, slowdown, restMs }: VisitSetting,
): Promise<Visit> {
  const page = await watchedPage(context);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(url, { waitUntil: 'commit' });
  const { x, y } = await placeOfCravingNow(page);
  if (restMs > 0) await page.waitForTimeout(restMs);
  await page.mouse.click(x, y);
  const answeredAt = await page.waitForFunction(() => window.opening?.answeredAt);
  await page.waitForFunction(firstSoundAfterPress, SILENCE);
  const soundMs = (await page.evaluate(firstSoundAfterPress, SILENCE))!;
  const { firstPaintMs, pressedAt } = await page.evaluate(() => ({
    firstPaintMs: performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
    pressedAt: window.soundRecord!.pressedAtMs,
  }));
  const answeredMs = (await answeredAt.jsonValue())!;
  await page.close();
  return {
    firstPaintMs,
    answeredMs,
    reactionMs: answeredMs - pressedAt,
    soundMs,
    heardMs: pressedAt + soundMs,
  };
}

/** A tab that keeps what is seen and heard in it. */
async function watchedPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  // tsx gives every inner function its name through a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(recordSound);
  await page.addInitScript(watchOpening);
  return page;
}

/** The middle of the button, as soon as a frame with it has been painted; CSS pixels. */
async function placeOfCravingNow(page: Page): Promise<{ x: number; y: number }> {
  const place = await page.waitForFunction(() => {
    const button = document.querySelector('.craving-now');
    const painted = performance.getEntriesByName('first-contentful-paint').length > 0;
    if (!button || !painted) return undefined;
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  return (await place.jsonValue())!;
}

/** In the page, before anything else: looks at each frame for what has come. */
function watchOpening(): void {
  const opening: NonNullable<typeof window.opening> = (window.opening = {});
  const ofReact = (element: Element | null): boolean =>
    element !== null && Object.keys(element).some((key) => key.startsWith('__reactFiber$'));
  const look = (): void => {
    const now = performance.now();
    if (ofReact(document.querySelector('.frame'))) opening.drawnAt ??= now;
    if (document.querySelector('.craving-now[aria-busy="true"], [data-testid="playing"]'))
      opening.answeredAt ??= now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** In the page: ms from the last press to the first piece of sound louder than `silence`; absent: none yet. */
function firstSoundAfterPress(silence: number): number | undefined {
  const { pieces, pressedAtMs } = window.soundRecord!;
  for (const { sampleRate, readAtMs, samples } of pieces) {
    const at = samples.findIndex((sample) => Math.abs(sample) > silence);
    if (at >= 0) return readAtMs - ((samples.length - at) / sampleRate) * 1000 - pressedAtMs;
  }
  return undefined;
}
