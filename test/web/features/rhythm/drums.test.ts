import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { behavior } from '../../../../web/kit/behavior.ts';
import { drumsViewModel } from '../../../../web/features/rhythm/drums/drums-view-model.ts';
import { forceAt, PADS, strokeOf } from '../../../../web/features/rhythm/drums/pads.ts';
import { hitOf } from '../../../../web/features/rhythm/input/midi.ts';
import type { KeptTake } from '../../../../web/features/rhythm/rhythm-database.ts';
import { wavFile } from '../../../../web/features/rhythm/sound/wav-file.ts';
import type { Live } from '../../../../web/storage/live-table.ts';
import { FakeStage } from './fake-stage.ts';

async function drumming({ keeps = true } = {}) {
  const stage = new FakeStage();
  const kept: KeptTake[] = [];
  const scheduler = new VirtualTimeScheduler();
  const drums = drumsViewModel({
    ...{ stage, scheduler, newId: () => `take-${kept.length}`, now: () => 77 },
    store: {
      practices$: behavior<Live<never>>({ state: 'waiting' }),
      takes$: behavior<Live<never>>({ state: 'waiting' }),
      keepPractice: () => Promise.resolve(),
      keepTake: (take) => (keeps ? Promise.resolve(void kept.push(take)) : Promise.reject(new Error('full'))),
      deleteTake: (id) =>
        Promise.resolve(
          void kept.splice(
            kept.findIndex((take) => take.id === id),
            1,
          ),
        ),
    },
  });
  drums.open();
  await Promise.resolve();
  await Promise.resolve();
  const hitAt = (atS: number, pad: (typeof PADS)[number]['id'] = 'deep'): void => {
    stage.nowS = atS;
    drums.hit(pad, 0.8);
  };
  return { stage, kept, drums, hitAt, scheduler };
}

describe('drumsViewModel', () => {
  it('sounds each hit at once and writes it down from the first one on', async () => {
    const { stage, drums, hitAt } = await drumming();
    hitAt(3);
    hitAt(3.5, 'bell');
    expect(stage.strokes.map(({ atS }) => atS)).toEqual([3, 3.5]);
    expect(drums.hits$.value).toEqual([
      { pad: 'deep', atS: 0, force: 0.8 },
      { pad: 'bell', atS: 0.5, force: 0.8 },
    ]);
    expect(drums.sounds$.value).toBe(true);
    drums.stop();
    expect(drums.sounds$.value).toBe(false);
    expect(stage.hushes).toBe(1);
  });

  it('takes back the last phrase, and brings it back', async () => {
    const { drums, hitAt } = await drumming();
    for (const at of [1, 1.4, 4, 4.2, 4.4]) hitAt(at);
    drums.undoPhrase();
    expect(drums.hits$.value).toHaveLength(2);
    await drums.bringBack();
    expect(drums.hits$.value).toHaveLength(5);
    expect(drums.undone$.value).toBeUndefined();
  });

  it('keeps a take with the feelings that were said, and only those', async () => {
    const { drums, kept, hitAt } = await drumming();
    drums.rateBefore(80);
    hitAt(1);
    await drums.keep();
    expect(kept).toEqual([
      { id: 'take-0', atMs: 77, before: 80, hits: [{ pad: 'deep', atS: 0, force: 0.8 }] },
    ]);
    expect(drums.hits$.value).toEqual([]);
    expect(drums.before$.value).toBeUndefined();
    await drums.delete(kept[0]!);
    expect(kept).toEqual([]);
    await drums.bringBack();
    expect(kept).toHaveLength(1);
  });

  it('loses nothing where the browser will not keep it', async () => {
    const { drums, hitAt } = await drumming({ keeps: false });
    hitAt(1);
    await drums.keep();
    expect(drums.kept$.value).toBe('failed');
    expect(drums.hits$.value).toHaveLength(1);
  });

  it('keeps nothing of nothing', async () => {
    const { drums, kept } = await drumming();
    await drums.keep();
    drums.undoPhrase();
    drums.clear();
    expect(kept).toEqual([]);
    expect(drums.undone$.value).toBeUndefined();
  });
});

describe('strokeOf', () => {
  it('is louder the harder it is hit, and never silent', () => {
    for (const { id, gain } of PADS) {
      const [soft, hard] = [strokeOf({ pad: id, force: 0 }), strokeOf({ pad: id, force: 1 })];
      expect(soft.gain).toBeGreaterThan(0);
      expect(hard.gain).toBeCloseTo(gain, 9);
    }
  });

  it('has a letter of its own for each pad, and Space for none', () => {
    const keys = PADS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(8);
    for (const key of keys) expect(key).toMatch(/^[a-z]$/);
  });
});

describe('forceAt', () => {
  it('is full in the middle and softest at the edge', () => {
    expect(forceAt(0.5, 0.5)).toBe(1);
    expect(forceAt(0, 0)).toBeCloseTo(0.25, 9);
    expect(forceAt(0.5, 0.9)).toBeLessThan(forceAt(0.5, 0.7));
  });
});

describe('hitOf', () => {
  const message = (...bytes: number[]) => hitOf({ data: new Uint8Array(bytes), timeStamp: 5 });

  it('is a note that begins, on any channel', () => {
    expect(message(0x99, 38, 127)).toEqual({ note: 38, force: 1, timeStampMs: 5 });
  });

  it('is nothing else: a note that ends, a pedal, a clock, an empty message', () => {
    for (const bytes of [[0x90, 38, 0], [0x80, 38, 64], [0xb0, 64, 127], [0xf8], []])
      expect(message(...bytes)).toBeUndefined();
    expect(hitOf({ data: null, timeStamp: 5 })).toBeUndefined();
  });
});

describe('wavFile', () => {
  it('is a header and interleaved samples, by hand', () => {
    const bytes = wavFile([Float32Array.of(1, -2), Float32Array.of(0, 0.5)], 44_100);
    const view = new DataView(bytes.buffer);
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 16))).toMatch(/^RIFF....WAVEfmt $/s);
    expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint32(28, true)]).toEqual([
      2, 44_100, 176_400,
    ]);
    expect(view.getUint32(40, true)).toBe(8);
    expect([44, 46, 48, 50].map((at) => view.getInt16(at, true))).toEqual([32_767, 0, -32_767, 16_384]);
  });
});
