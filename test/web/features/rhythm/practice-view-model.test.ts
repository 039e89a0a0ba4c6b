import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Claps } from '../../../../web/features/rhythm/input/claps-view-model.ts';
import { practiceViewModel } from '../../../../web/features/rhythm/practice/practice-view-model.ts';
import type { KeptPractice } from '../../../../web/features/rhythm/rhythm-database.ts';
import { behavior } from '../../../../web/kit/behavior.ts';
import { FakeStage } from './fake-stage.ts';

function practising({ listens = false, loopS }: { listens?: boolean; loopS?: number } = {}) {
  const stage = new FakeStage();
  const kept: KeptPractice[] = [];
  const claps$ = new Subject<{ atS: number; force: number }>();
  const markers: number[] = [];
  const claps: Claps = {
    state$: behavior({ is: 'off' }),
    on$: behavior(listens),
    loop$: behavior('unknown'),
    claps$,
    loopS: () => loopS,
    listenForMarkers: (atS) => void markers.push(...atS),
    turnOn: () => Promise.resolve(),
    turnOff: () => undefined,
    forget: () => undefined,
  };
  // Each look is made by hand, so that the clocks stay together.
  const looks$ = new Subject<void>();
  const model = practiceViewModel({
    ...{ stage, claps, looks$, newSeed: () => 7, newId: () => 'one', now: () => 1000 * stage.nowS },
    store: { keepPractice: (practice) => Promise.resolve(void kept.push(practice)) },
  });
  const runTo = (untilS: number, each: (nowS: number) => void = () => undefined): void => {
    for (; stage.nowS < untilS && model.state$.value.stage === 'playing'; stage.nowS += 0.04) {
      looks$.next();
      each(stage.nowS);
    }
  };
  const begin = async (part: Parameters<typeof model.begin>[0]): Promise<void> => {
    model.begin(part);
    await Promise.resolve();
    await Promise.resolve();
    looks$.next();
  };
  return { stage, kept, claps$, markers, model, runTo, begin };
}

describe('practiceViewModel', () => {
  it('counts a bar, then lays beats evenly on the audio clock ahead of time', async () => {
    const { stage, model, runTo, begin } = practising();
    await begin('pulse');
    expect(model.state$.value).toEqual({ stage: 'playing', part: 'pulse', role: 'count-in' });
    runTo(5);
    expect(model.state$.value).toMatchObject({ role: 'together' });
    const beats = [...new Set(stage.strokes.map(({ atS }) => atS))];
    beats.slice(1).forEach((at, i) => expect(at - beats[i]!).toBeCloseTo(0.75, 9));
    expect(stage.strokes.at(-1)!.atS).toBeGreaterThan(stage.nowS);
  });

  it('tells how even taps were, keeps it, and waits with the next part', async () => {
    const { kept, model, runTo, begin } = practising();
    await begin('pulse');
    let next = 3.25 + 0.02;
    runTo(16, (now) => {
      if (now < next) return;
      model.tap(0, 0.7);
      next += 0.75;
    });
    model.stop();
    const state = model.state$.value;
    if (state.stage !== 'between') throw new Error(state.stage);
    expect(state.next).toBe('keep');
    expect(state.finding.taps).toBeGreaterThan(14);
    // The test looks every 40 ms, so that is how even its taps are.
    expect('ms' in state.finding.spread && state.finding.spread.ms).toBeLessThan(40);
    expect(kept.at(-1)).toMatchObject({ id: 'one', parts: [{ part: 'pulse', input: 'pad' }] });
    expect(model.sounds$.value).toBe(false);
  });

  it('takes the loop off claps, and marks two bars of the count-in', async () => {
    const { claps$, markers, model, stage, runTo, begin } = practising({ listens: true, loopS: 0.2 });
    await begin('pulse');
    runTo(22);
    expect(markers).toHaveLength(8);
    expect(stage.dark).toBe(true);
    for (let at = markers[0]! + 6; at < 20; at += 0.75) claps$.next({ atS: at + 0.2 - 0.03, force: 0.8 });
    model.endPart();
    const state = model.state$.value;
    if (state.stage !== 'between') throw new Error(state.stage);
    expect(state.finding.input).toBe('clap');
    expect(state.finding.asynchrony).toMatchObject({ ms: -30, how: 'measured' });
    expect('ms' in state.finding.spread && state.finding.spread.ms).toBeLessThan(1);
  });

  it('keeps nothing of a part in which nobody tapped', async () => {
    const { kept, model, runTo, begin } = practising();
    await begin('keep');
    runTo(4);
    model.endPart();
    expect(kept).toEqual([]);
    expect(model.state$.value).toMatchObject({ stage: 'between', finding: { taps: 0 } });
  });

  it('ends a part by itself, and after the last there is none', async () => {
    const { model, stage, runTo, begin } = practising();
    await begin('piece');
    runTo(400);
    const last = stage.strokes.slice(-2).map(({ stroke }) => [stroke.instrument.id, stroke.midi]);
    expect(last).toEqual([
      ['kalimba', 74],
      ['kalimba', 81],
    ]);
    expect(model.state$.value).toMatchObject({ stage: 'between', part: 'piece' });
    expect(model.state$.value).not.toHaveProperty('next');
  });

  it('says that sounds did not come, and tries again', async () => {
    const { stage, model, begin } = practising();
    stage.opens = 'fails';
    await begin('pulse');
    await Promise.resolve();
    expect(model.state$.value).toEqual({ stage: 'failed', part: 'pulse' });
    stage.opens = 'at once';
    await begin('pulse');
    expect(model.state$.value.stage).toBe('playing');
  });

  it('is silent at once where it is left while its sounds are on their way', async () => {
    const { stage, model, begin } = practising();
    stage.opens = 'never';
    await begin('pulse');
    model.leave();
    expect(model.state$.value).toEqual({ stage: 'ready' });
    expect(model.sounds$.value).toBe(false);
  });

  it('keeps to its tempos', () => {
    const { model } = practising();
    model.setTempo(20);
    expect(model.tempo$.value).toBe(60);
    model.setTempo(900);
    expect(model.tempo$.value).toBe(108);
  });
});
