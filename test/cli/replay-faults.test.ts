import { describe, expect, it } from 'vitest';
import { replayCommand } from '../../cli/commands/replay.ts';
import { commandHere } from '../support/command-here.ts';
import { attuneCommand } from '../support/command-line.ts';

const DEMO = 'fixtures/recorded-heart.csv';
const replayed = async (...args: readonly string[]) =>
  JSON.parse((await commandHere(replayCommand(), DEMO, '--json', ...args)).out) as Record<string, unknown>;

describe('attune replay --faults', () => {
  it('lets the faults of a strap happen to a recording, the same each time', async () => {
    const sound = await replayed();
    const spoiled = await replayed('--faults', 'drop,lost');
    expect(Number(spoiled['gaps'])).toBeGreaterThan(Number(sound['gaps']) + 10);
    expect(await replayed('--faults', 'drop,lost')).toEqual(spoiled);
  });

  it('says which faults there are', () => {
    const { code, err } = attuneCommand('replay', DEMO, '--faults', 'gremlins');
    expect(code).toBe(2);
    expect(err).toContain('lost, late, duplicate, burst, contact, bpm, drop, battery, counter');
  });
});
