import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultyEvents } from '../../../../devices/index.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import {
  protocolNaming,
  protocolOf,
  type BaselineFigures,
  type InputEvent,
  type SessionEvent,
  type Tick,
} from '../../../../engine/index.ts';
import { turnAfter, type Turn } from '../../../../web/features/demonstration/tour.ts';
import { DEMO_FAULTS } from '../../../../web/features/straps/browser-sources.ts';
import { run } from '../../../support/run-session.ts';
import { started } from '../../../support/session-inputs.ts';

const fixture = (file: string) =>
  readFileSync(new URL(`../../../../fixtures/${file}`, import.meta.url), 'utf8');

/** A tick each second, as the page gives them. */
function withTicks(inputs: readonly InputEvent[], untilS: number): (InputEvent | Tick)[] {
  const ticks = Array.from({ length: untilS }, (_, s): Tick => ({ type: 'tick', atMs: 1000 * (s + 1) }));
  return [...inputs, ...ticks].sort((a, b) => a.atMs - b.atMs);
}

/** The demonstration as a session, with what chance draws for `seed`. */
function demonstration(seed: number): readonly SessionEvent[] {
  const read = readRecording('demonstration.csv', fixture('demonstration.csv'));
  if (!read.ok) throw new Error(read.fault.message);
  const { baseline } = JSON.parse(fixture('demonstration.json')) as { baseline: BaselineFigures };
  const start = started({ ...protocolNaming(protocolOf('demonstration')), seed, baseline });
  return run(withTicks([start, ...faultyEvents(read.value, DEMO_FAULTS)], 250));
}

/** When each turn came, s. */
function turnsOf(log: readonly SessionEvent[]): (readonly [Turn, number])[] {
  const turns: [Turn, number][] = [['listening', 0]];
  for (const event of log) {
    const turn = turnAfter(turns.at(-1)![0], event);
    if (turn !== turns.at(-1)![0]) turns.push([turn, Math.round(event.atMs / 1000)]);
  }
  return turns;
}

const arousalAt = (log: readonly SessionEvent[], atS: number): number | undefined => {
  const last = log.findLast((event) => event.type === 'arousal' && event.atMs <= 1000 * atS);
  return last?.type === 'arousal' && 'value' in last ? last.value : undefined;
};

describe('turnAfter', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'tells the whole story in its order, whatever chance picks (%d)',
    (seed) => {
      const turns = turnsOf(demonstration(seed));
      expect(turns.map(([turn]) => turn)).toEqual([
        'listening',
        'upset',
        'met',
        'missed-beat',
        'led-down',
        'lost',
        'withheld',
        'back',
        'led-down',
        'settled',
      ]);
      expect(turns.at(-1)![1]).toBeLessThan(240);
    },
  );

  it('calls upset what is high and settled what is near rest, and is withheld in between', () => {
    const log = demonstration(1);
    expect(arousalAt(log, 75)).toBeGreaterThan(0.8);
    expect(arousalAt(log, 172)).toBeUndefined();
    expect(arousalAt(log, 225)).toBeLessThan(0.45);
  });

  it('never grows livelier once the heart settles', () => {
    const decisions = demonstration(1).filter((event) => event.type === 'decision');
    expect(decisions.map(({ family }) => family)).not.toContain('activating');
    const levels = decisions.map(({ level }) => level);
    const most = levels.indexOf(3);
    expect(levels.slice(most)).toEqual(levels.slice(most).toSorted((a, b) => b - a));
  });
});
