import type { Page } from '@playwright/test';
import { recordSound } from './record-sound.ts';

/** Quieter than this is silence: −100 dBFS, under the step of 16-bit sound. */
const SILENCE = 1e-5;
const FRAME_MS = 5;
/** Sound that is looked at after a press before it is said which was the last, seconds. */
const AFTERWARDS_S = 1;
/** ms that only a hang reaches. */
const HANG_MS = 180_000;

/**
 * The sound that the page really puts out. All seconds are of sound, on the audio clock; see `record-sound.ts`. Only
 * `firstAfterPress` is by the page's clock: it is a figure for `bench/`, not for a test.
 */
export interface Sound {
  /** RMS of the newest `seconds`, 0–1; 0 where nothing was rendered. */
  readonly level: (seconds: number) => Promise<number>;
  /**
   * Zero crossings a second over the newest `seconds`: how bright the sound is. Within one module it moves by a fifth
   * or so; from the calming modules to the activating ones it grows by half and more.
   */
  readonly brightness: (seconds: number) => Promise<number>;
  /** Waits until `seconds` more have been rendered. */
  readonly rendered: (seconds: number) => Promise<void>;
  /** Waits until, from now on, there have been `seconds` full of sound. */
  readonly heard: (seconds: number) => Promise<void>;
  /** Waits until, from now on, there have been `seconds` without any. */
  readonly silent: (seconds: number) => Promise<void>;
  /** ms of sound from when the last press was handled until the last sample that is not silence; at least 0. */
  readonly lastAfterPress: () => Promise<number>;
  /** ms from the last key or pointer press to the first sound after it, by the page's clock. Waits for that sound. */
  readonly firstAfterPress: () => Promise<number>;
}

/** Call before the page is opened. */
export async function listenTo(page: Page): Promise<Sound> {
  await page.addInitScript(recordSound);
  const wait = { timeout: HANG_MS, polling: 100 };
  const kept = (): Promise<number> => page.evaluate(() => window.soundRecord!.keptS);
  return {
    level: async (seconds) => (await page.evaluate(measure, seconds)).level,
    brightness: async (seconds) => (await page.evaluate(measure, seconds)).crossings,
    rendered: async (seconds) => {
      await page.waitForFunction(
        (until) => window.soundRecord!.keptS >= until,
        (await kept()) + seconds,
        wait,
      );
    },
    heard: async (seconds) => {
      const asked = { sinceS: await kept(), seconds, silence: SILENCE, shares: [0.9, 1] as const };
      await page.waitForFunction(isAudible, asked, wait);
    },
    silent: async (seconds) => {
      const asked = { sinceS: await kept(), seconds, silence: SILENCE, shares: [0, 0] as const };
      await page.waitForFunction(isAudible, asked, wait);
    },
    lastAfterPress: async () => {
      const frames = await page.waitForFunction(
        framesAfterPress,
        { frameMs: FRAME_MS, seconds: AFTERWARDS_S },
        wait,
      );
      return (await frames.jsonValue())!.findLast(({ level }) => level > SILENCE)?.atMs ?? 0;
    },
    firstAfterPress: async () => {
      const found = await page.waitForFunction(firstSoundMs, { frameMs: FRAME_MS, silence: SILENCE }, wait);
      return (await found.jsonValue())!.ms;
    },
  };
}

/** In the page: RMS and zero crossings a second of the newest `seconds` of the record. */
function measure(seconds: number): { level: number; crossings: number } {
  const { keptS, pieces } = window.soundRecord!;
  let [count, energy, crossings, last] = [0, 0, 0, 0];
  const recent = pieces.filter((piece) => piece.keptS > keptS - seconds);
  for (const { samples } of recent)
    for (const sample of samples) {
      count += 1;
      energy += sample * sample;
      if (sample * last < 0) crossings += 1;
      last = sample;
    }
  return count === 0
    ? { level: 0, crossings: 0 }
    : { level: Math.sqrt(energy / count), crossings: (crossings / count) * recent[0]!.sampleRate };
}

/**
 * In the page: of the newest `seconds` of the record, all of them after `sinceS`, the share of the pieces that have
 * sound in them lies between the two `shares`.
 */
function isAudible(asked: {
  sinceS: number;
  seconds: number;
  silence: number;
  shares: readonly [number, number];
}): boolean {
  const { keptS, pieces } = window.soundRecord!;
  const fromS = keptS - asked.seconds;
  if (fromS < asked.sinceS) return false;
  const recent = pieces.filter((piece) => piece.keptS > fromS);
  const audible = recent.filter(({ samples }) => samples.some((sample) => Math.abs(sample) > asked.silence));
  const share = audible.length / recent.length;
  return share >= asked.shares[0] && share <= asked.shares[1];
}

/**
 * In the page: ms of sound from when the last press was handled to the end of each short frame after it, in the context
 * that is the newest. Nothing until `seconds` have been rendered since.
 */
function framesAfterPress({ frameMs, seconds }: { frameMs: number; seconds: number }) {
  const { pieces, handledAtS } = window.soundRecord!;
  const newest = pieces.at(-1);
  const fromS = newest && handledAtS?.[newest.context];
  if (fromS === undefined || newest!.endsAtS < fromS + seconds) return undefined;
  const frames: { atMs: number; level: number }[] = [];
  for (const { context, endsAtS, samples, sampleRate } of pieces) {
    if (context !== newest!.context || endsAtS < fromS) continue;
    const size = Math.round((frameMs / 1000) * sampleRate);
    for (let i = 0; i < samples.length; i += size) {
      const frame = samples.subarray(i, i + size);
      const atMs = 1000 * (endsAtS - (samples.length - i - frame.length) / sampleRate - fromS);
      const level = Math.sqrt(frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length);
      if (atMs >= 0) frames.push({ atMs, level });
    }
  }
  return frames;
}

/** In the page: ms of the page from the last press to the first frame after it that has sound, once there is one. */
function firstSoundMs({
  frameMs,
  silence,
}: {
  frameMs: number;
  silence: number;
}): { ms: number } | undefined {
  const { pieces, pressedAtMs } = window.soundRecord!;
  for (const { readAtMs, samples, sampleRate } of pieces) {
    const size = Math.round((frameMs / 1000) * sampleRate);
    for (let i = 0; i < samples.length; i += size) {
      const ms = readAtMs - ((samples.length - i) / sampleRate) * 1000 - pressedAtMs;
      const frame = samples.subarray(i, i + size);
      const level = Math.sqrt(frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length);
      if (ms >= 0 && level > silence) return { ms };
    }
  }
  return undefined;
}
