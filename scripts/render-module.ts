import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cueOf, FULL_RATE, planTo } from './music/performances.ts';
import { wavOf } from './music/wav.ts';
import { LEVELS, type Level } from '../engine/index.ts';
import { performOffline } from '../test/support/audio-performance.ts';

/**
 * Renders a module, or its way into another, to a WAV file:
 * `npm run render -- <module> [--level n] [--seconds s] [--seed n] [--to <module>] [--to-level n] --out f.wav`.
 * The change comes as a dose does: on a phrase boundary, over 10 s.
 */
const DOSE_S = 10;
const WAKE_S = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    level: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    to: { type: 'string' },
    'to-level': { type: 'string' },
    out: { type: 'string' },
  },
});

const levelOf = (text: string): Level => {
  const level = LEVELS.find((it) => String(it) === text);
  if (level === undefined) throw new RangeError(`level: 1 to 5 expected, got "${text}"`);
  return level;
};

async function run(): Promise<void> {
  const [module] = positionals;
  if (module === undefined || values.out === undefined) throw new RangeError('a module and --out are needed');
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new RangeError(`seconds: above 0 expected, got "${values.seconds}"`);
  const from = cueOf(module, levelOf(values.level));
  const changes = values.to !== undefined || values['to-level'] !== undefined;
  const to = cueOf(values.to ?? module, levelOf(values['to-level'] ?? values.level));
  const sides = await performOffline({ seed: Number(values.seed), seconds, sampleRate: FULL_RATE }, [
    [0, planTo(from, WAKE_S, { kind: 'wake' })],
    ...(changes ? [[seconds / 3, planTo(to, DOSE_S, { kind: 'dose', begin: 'phrase' })] as const] : []),
  ]);
  writeFileSync(values.out, wavOf(sides, FULL_RATE));
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
