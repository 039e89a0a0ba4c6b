import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { markerAt } from '../../../../engine/rhythm/index.ts';
import { clapsViewModel } from '../../../../web/features/rhythm/input/claps-view-model.ts';
import type { Microphone, MicrophonePort } from '../../../../web/features/rhythm/input/microphone.ts';
import { FakeStage } from './fake-stage.ts';

const RATE = 48_000;

/** A stage that is open as a browser's would be. */
class OpenStage extends FakeStage {
  override readonly context = { sampleRate: RATE } as unknown as undefined;
}

function listening({ eaten = [] as string[], kept = undefined as string | undefined } = {}) {
  const stage = new OpenStage();
  const onsets$ = new Subject<{
    onset: { sample: number; peak: number };
    fromS: number;
    sampleRate: number;
  }>();
  const recorded$ = new Subject<{ samples: Float32Array; fromS: number }>();
  const ended$ = new Subject<unknown>();
  const recordings: number[] = [];
  let closed = 0;
  const microphone: Microphone = {
    ...{ label: 'fake', eaten, onsets$, recorded$, ended$ },
    record: (untilS) => void recordings.push(untilS),
    close: () => closed++,
  };
  const stored = new Map(kept === undefined ? [] : [['attune.rhythm.loop-s', kept]]);
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
  };
  const port: MicrophonePort = { open: () => Promise.resolve(microphone) };
  const claps = clapsViewModel({ microphone: port, stage, storage });
  const clapAt = (atS: number, peak = 0.5) =>
    onsets$.next({ onset: { sample: Math.round((atS - 1) * RATE), peak }, fromS: 1, sampleRate: RATE });
  return { claps, stage, recorded$, ended$, stored, recordings, clapAt, closed: () => closed };
}

/** Four markers, heard a loop later, in a recording that began at 9 s of the audio clock. */
function recorded(loopS: number): { samples: Float32Array; fromS: number } {
  const samples = new Float32Array(5 * RATE);
  for (const at of [1, 1.75, 2.5, 3.25])
    markerAt(RATE).inPhase.forEach(
      (value, i) => (samples[Math.round((at + loopS) * RATE) + i]! += 0.2 * value),
    );
  return { samples, fromS: 9 };
}
const MARKERS = [10, 10.75, 11.5, 12.25];

describe('clapsViewModel', () => {
  it('plays markers, measures the loop in what came back and keeps it', async () => {
    const { claps, stage, recorded$, stored, recordings } = listening();
    await claps.turnOn();
    expect(claps.loop$.value).toBe('unknown');
    claps.listenForMarkers(MARKERS);
    expect(stage.marks).toEqual(MARKERS);
    expect(recordings[0]).toBeGreaterThan(12.8);
    recorded$.next(recorded(0.137));
    expect(claps.loop$.value).toBe('marker');
    expect(Math.abs(claps.loopS()! - 0.137)).toBeLessThan(0.0005);
    expect(Number(stored.get('attune.rhythm.loop-s'))).toBeCloseTo(claps.loopS()!, 5);
  });

  it('falls back to the loop of last time where nothing came back, and says so', async () => {
    const { claps, recorded$ } = listening({ kept: '0.21' });
    await claps.turnOn();
    claps.listenForMarkers(MARKERS);
    recorded$.next({ samples: new Float32Array(5 * RATE), fromS: 9 });
    expect(claps.loop$.value).toBe('stored-loop');
    expect(claps.loopS()).toBe(0.21);
  });

  it('does not take its own markers for claps, nor what is far quieter than they were heard', async () => {
    const { claps, recorded$, clapAt } = listening();
    const heard: number[] = [];
    claps.claps$.subscribe(({ atS }) => heard.push(atS));
    await claps.turnOn();
    claps.listenForMarkers(MARKERS);
    clapAt(10.1, 0.4);
    recorded$.next(recorded(0.1));
    clapAt(14, 0.05);
    clapAt(15, 0.3);
    expect(heard).toHaveLength(1);
    expect(heard[0]).toBeCloseTo(15, 6);
  });

  it('tells what the device would not switch off, and ends where the microphone is taken away', async () => {
    const { claps, ended$, closed } = listening({ eaten: ['echoCancellation'] });
    await claps.turnOn();
    expect(claps.state$.value).toEqual({ is: 'on', label: 'fake', eaten: ['echoCancellation'] });
    ended$.next(undefined);
    expect(claps.on$.value).toBe(false);
    expect(closed()).toBe(1);
  });

  it('takes a refusal as an answer', async () => {
    const storage = { getItem: () => null, setItem: () => undefined };
    const microphone: MicrophonePort = { open: () => Promise.resolve({ refused: 'denied' }) };
    const claps = clapsViewModel({ microphone, stage: new OpenStage(), storage });
    await claps.turnOn();
    expect(claps.state$.value).toEqual({ is: 'refused', why: 'denied' });
    expect(claps.on$.value).toBe(false);
  });

  it('forgets the loop, here and in the store', () => {
    const { claps, stored } = listening({ kept: '0.21' });
    claps.forget();
    expect(claps.loopS()).toBeUndefined();
    expect(claps.loop$.value).toBe('unknown');
    expect(stored.get('attune.rhythm.loop-s')).toBe('');
  });

  it('believes no stored loop that cannot be one', () => {
    for (const kept of ['', 'NaN', '-1', '7', 'x']) expect(listening({ kept }).claps.loopS()).toBeUndefined();
  });
});
