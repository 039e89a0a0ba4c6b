import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import { wavOf } from '../../../scripts/music/wav.ts';
import { LAUNCH } from './launch.ts';

/** How a browser is launched whose microphone hears these samples again and again, and is given without a question. */
export function microphoneThatHears(samples: Float32Array, sampleRate: number): LaunchOptions {
  const path = join(mkdtempSync(join(tmpdir(), 'attune-microphone-')), 'heard.wav');
  writeFileSync(path, Buffer.from(wavOf([samples], sampleRate)));
  return {
    ...LAUNCH,
    args: [
      ...LAUNCH.args!,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${path}`,
    ],
  };
}
