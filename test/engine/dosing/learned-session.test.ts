import { from } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  attune,
  engineConfig,
  freshState,
  inputsOf,
  learnFromSession,
  type DoseDecision,
  type InputEvent,
  type LearnedState,
  type SessionEvent,
} from '../../../engine/index.ts';
import { simulatePerson } from '../../../engine/research/index.ts';

/** What ten sessions of a virtual person taught, and the inputs of an eleventh. */
function taught(): { readonly learned: LearnedState; readonly inputs: readonly InputEvent[] } {
  const logs: (readonly SessionEvent[])[] = [];
  const who = { number: 3, model: 'taste', arm: 'pi0' } as const;
  simulatePerson(who, { sessions: 11, seed: 1, each: (log) => void logs.push(log) });
  const learned = logs.slice(0, 10).reduce((state, log) => learnFromSession(state, log), freshState());
  return { learned, inputs: inputsOf(logs[10]!) };
}

const { learned, inputs } = taught();
const [start, ...rest] = inputs;
const with_ = (more: object): readonly InputEvent[] => [{ ...start!, ...more }, ...rest];

function logOf(all: readonly InputEvent[]): readonly SessionEvent[] {
  const log: SessionEvent[] = [];
  from(all)
    .pipe(attune(engineConfig()))
    .subscribe((event) => void log.push(event));
  return log;
}

const policies = (log: readonly SessionEvent[]): readonly string[] =>
  log
    .filter((event): event is DoseDecision & SessionEvent => event.type === 'decision')
    .map(({ policy }) => policy);

describe('a session that brings a learned policy along', () => {
  it('is led by it, by name, and replays from its own log to the same bytes', () => {
    const log = logOf(with_({ learned }));
    expect(new Set(policies(log))).toEqual(new Set([`thompson@1:${learned.hash}`]));
    expect(JSON.stringify(logOf(inputsOf(log)))).toBe(JSON.stringify(log));
  });

  it('is led by the rules from the kill switch on', () => {
    const stop = { type: 'learning-stopped', atMs: 100_000, author: 'person' } as const;
    const all = [...with_({ learned }), stop].sort((a, b) => a.atMs - b.atMs);
    const log = logOf(all);
    const at = log.findIndex(({ type }) => type === 'learning-stopped');
    expect(new Set(policies(log.slice(0, at)))).toEqual(new Set([`thompson@1:${learned.hash}`]));
    expect(policies(log.slice(at)).length).toBeGreaterThan(0);
    expect(new Set(policies(log.slice(at)))).toEqual(new Set(['pi0']));
  });

  it('is led by the rules where the state was meddled with, and says so', () => {
    const log = logOf(with_({ learned: { ...learned, observations: 99 } }));
    expect(new Set(policies(log))).toEqual(new Set(['pi0 (learned state refused)']));
  });
});
