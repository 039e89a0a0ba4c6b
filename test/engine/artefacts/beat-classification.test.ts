import { describe, expect, it } from 'vitest';
import { beatClassification, correct } from '../../../engine/artefacts/index.ts';
import type { Rr } from '../../../engine/intervals/events.ts';
import type { Signal } from '../../../engine/session/signal.ts';

/** A calm heart with a beat missed at number 20 and an early one at 40. */
const RR = Array.from({ length: 60 }, (_, i) => 800 + 20 * Math.sin(i));
RR.splice(20, 2, RR[20]! + RR[21]!);
[RR[40], RR[41]] = [520, 1080];

function beatsOf(rr: readonly number[]): Rr[] {
  let atMs = 0;
  return rr.map((rrMs) => ({ type: 'rr', atMs: (atMs += rrMs), rrMs, segment: 1 }));
}

function classified(inputs: readonly Signal[]): Signal[] {
  const step = beatClassification();
  const out: Signal[] = [];
  for (const input of inputs) step(input, (signal) => out.push(signal));
  return out;
}

const of = <Type extends Signal['type']>(signals: readonly Signal[], type: Type) =>
  signals.filter((signal): signal is Extract<Signal, { type: Type }> => signal.type === type);

const END: Signal = { type: 'session-ended', atMs: 60_000, author: 'person', reason: 'finished' };

describe('beatClassification', () => {
  const all = classified([...beatsOf(RR), END]);

  it('gives each beat one final class, in order', () => {
    expect(of(all, 'classified-rr').map(({ atMs, rrMs }) => [atMs, rrMs])).toEqual(
      beatsOf(RR).map(({ atMs, rrMs }) => [atMs, rrMs]),
    );
  });

  it('gives each final class within five beats', () => {
    let beats = 0;
    let judged = 0;
    for (const { type } of all.slice(
      0,
      all.findIndex(({ type }) => type === 'session-ended'),
    )) {
      if (type === 'rr') beats += 1;
      if (type === 'classified-rr') judged += 1;
      if (type === 'rr') expect(beats - judged).toBeLessThanOrEqual(6);
    }
  });

  it('passes on the NN intervals of the offline correction', () => {
    const offline = correct(beatsOf(RR)).nn.slice(-30);
    const live = of(all, 'nn').slice(-30);
    // Live learns as it goes; the repaired beats lie up to a millisecond apart for it.
    live.forEach(({ nnMs }, i) => expect(Math.abs(nnMs - offline[i]!.nnMs)).toBeLessThan(1));
  });

  it('tells of artefacts within two beats, and nothing of normal beats', () => {
    const told = of(all, 'beat-class');
    const missed = told.find((one) => one.class === 'missed')!;
    expect(missed.rrMs).toBeCloseTo(RR[20]!, 3);
    expect(missed.atMs - missed.beatAtMs).toBeLessThan(2 * 850);
    expect(told.every((one) => RR.some((rr) => Math.abs(rr - one.rrMs) < 0.001))).toBe(true);
    expect(new Set(told.map(({ beatAtMs }) => beatAtMs)).size).toBeLessThanOrEqual(4);
  });

  it('keeps its word: what was told last of a beat is its final class', () => {
    const last = new Map(of(all, 'beat-class').map((one) => [one.beatAtMs.toFixed(2), one.class]));
    for (const { atMs, class: its } of of(all, 'classified-rr'))
      expect(last.get(atMs.toFixed(2)) ?? 'normal').toBe(its);
  });

  it('makes everything final when the session ends, before the end is passed on', () => {
    const end = all.findIndex(({ type }) => type === 'session-ended');
    expect(end).toBe(all.length - 1);
    expect(of(all, 'classified-rr')).toHaveLength(RR.length);
  });
});
