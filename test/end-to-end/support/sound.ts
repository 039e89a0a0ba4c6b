import type { Page } from '@playwright/test';
import { recordSound } from './record-sound.ts';

/** Quieter than this is silence: −100 dBFS, under the step of 16-bit sound. */
const SILENCE = 1e-5;
const FRAME_MS = 5;

/** The sound that the page really puts out. */
export interface Sound {
  /** RMS of the last `seconds`, 0–1; 0 where nothing was rendered. */
  readonly level: (seconds: number) => Promise<number>;
  /**
   * Zero crossings a second over the last `seconds`: how bright the sound is. Within one module it moves by a fifth
   * or so; from the calming modules to the activating ones it grows by half and more.
   */
  readonly brightness: (seconds: number) => Promise<number>;
  /** Waits until the last `seconds` have been full of sound. */
  readonly heard: (seconds: number) => Promise<void>;
  /** ms from the last key or pointer press to the first sound after it, looked at a second and a half after the press. */
  readonly firstAfterPress: () => Promise<number>;
  /** ms from the last press to the last sound, looked at a second after the press; at least 0. */
  readonly lastAfterPress: () => Promise<number>;
}

/** Call before the page is opened. */
export async function listenTo(page: Page): Promise<Sound> {
  await page.addInitScript(recordSound);
  return {
    level: async (seconds) => (await page.evaluate(measure, seconds)).level,
    brightness: async (seconds) => (await page.evaluate(measure, seconds)).crossings,
    heard: async (seconds) => {
      await page.waitForFunction(soundsFor, { seconds, silence: SILENCE }, { timeout: 30_000, polling: 100 });
    },
    firstAfterPress: async () => {
      await page.waitForFunction(() => performance.now() - (window.soundRecord?.presses.at(-1) ?? 0) > 1500);
      const { frames, press } = await page.evaluate(sincePress, FRAME_MS);
      return (frames.find(({ level }) => level > SILENCE)?.at ?? Infinity) - press;
    },
    lastAfterPress: async () => {
      await page.waitForFunction(() => performance.now() - (window.soundRecord?.presses.at(-1) ?? 0) > 1000);
      const { frames, press } = await page.evaluate(sincePress, FRAME_MS);
      return (frames.findLast(({ level }) => level > SILENCE)?.at ?? press) - press;
    },
  };
}

/** In the page: RMS and zero crossings a second of the newest `seconds` of the record. */
function measure(seconds: number): { level: number; crossings: number } {
  const { sampleRate, pieces } = window.soundRecord!;
  const from = performance.now() - seconds * 1000;
  let [count, energy, crossings, last] = [0, 0, 0, 0];
  for (const { endsAt, samples } of pieces)
    if (endsAt > from)
      for (const sample of samples) {
        count += 1;
        energy += sample * sample;
        if (sample * last < 0) crossings += 1;
        last = sample;
      }
  return count === 0
    ? { level: 0, crossings: 0 }
    : { level: Math.sqrt(energy / count), crossings: (crossings / count) * sampleRate };
}

/** In the page: all but the odd piece of the newest `seconds` of the record have sound in them. */
function soundsFor({ seconds, silence }: { seconds: number; silence: number }): boolean {
  const { sampleRate, pieces } = window.soundRecord!;
  const from = performance.now() - seconds * 1000;
  const recent = pieces.filter(({ endsAt }) => endsAt > from);
  const rendered = recent.reduce((sum, { samples }) => sum + samples.length, 0) / sampleRate;
  const audible = recent.filter(({ samples }) => samples.some((sample) => Math.abs(sample) > silence));
  return rendered > 0.9 * seconds && audible.length > 0.9 * recent.length;
}

/** In the page: levels of short frames from the last press on, dated back from when each piece was read. */
function sincePress(frameMs: number): { press: number; frames: { at: number; level: number }[] } {
  const { sampleRate, pieces, presses } = window.soundRecord!;
  const press = presses.at(-1) ?? 0;
  const size = Math.round((frameMs / 1000) * sampleRate);
  const frames: { at: number; level: number }[] = [];
  for (const { endsAt, samples } of pieces)
    for (let i = 0; i < samples.length; i += size) {
      const at = endsAt - ((samples.length - i) / sampleRate) * 1000;
      const frame = samples.subarray(i, i + size);
      const level = Math.sqrt(frame.reduce((sum, sample) => sum + sample * sample, 0) / frame.length);
      if (at >= press) frames.push({ at, level });
    }
  return { press, frames };
}
