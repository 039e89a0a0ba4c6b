import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { framesOf } from '../../../../bench/pulse-video.ts';
import type { PulseFrame } from '../../../../engine/index.ts';
import { aroundSession } from '../../../../web/features/camera-pulse/around-session.ts';
import { CameraError } from '../../../../web/features/camera-pulse/camera.ts';
import { pulseBelongings } from '../../../../web/features/camera-pulse/pulse-belongings.ts';
import { PulseDatabase } from '../../../../web/features/camera-pulse/pulse-database.ts';
import { pulseViewModel } from '../../../../web/features/camera-pulse/pulse-view-model.ts';
import { VirtualTime } from '../../../support/virtual-time.ts';

const FINGER = framesOf({
  ...{ seed: 3, bpm: 72, fps: 30, seconds: 22, scene: 'finger', depth: 0.02, noise: 1 },
  ...{ jitterMs: 2, flicker: 0, mainsHz: 50, brightness: 0.6 },
});

const database = (): PulseDatabase =>
  new PulseDatabase('pulse', { indexedDB: new IDBFactory(), IDBKeyRange });

function underTest() {
  const time = new VirtualTime();
  let frames$ = new Subject<PulseFrame>();
  const own = database();
  const model = pulseViewModel({
    camera: {
      get frames$() {
        return (frames$ = new Subject());
      },
    },
    ...{
      database: own,
      clock: () => 1_000_000 + time.clock(),
      newId: () => 'one',
      scheduler: time.scheduler,
    },
  });
  const show = async (frames: readonly PulseFrame[]): Promise<void> => {
    for (const frame of frames) frames$.next(frame);
    await time.pass(500);
  };
  return { time, own, model, show, camera: () => frames$ };
}

describe('pulseViewModel', () => {
  it('opens the camera when asked to, reads a rate and keeps it once that is wanted', async () => {
    const { own, model, show, camera } = underTest();
    expect(camera().observed).toBe(false);
    model.open();
    expect(model.state$.value).toEqual({ at: 'opening' });
    await show(FINGER);
    expect(model.state$.value).toMatchObject({ at: 'reading', reading: { kind: 'pulse' } });
    expect(await own.pulses.count()).toBe(0);
    model.keep();
    expect(model.kept$.value).toMatchObject({ bpm: 72 });
    expect(await own.pulses.toArray()).toMatchObject([{ id: 'one', bpm: 72, atMs: 1_000_500 }]);
    expect(camera().observed).toBe(false);
  });

  it('keeps nothing where nothing is told', async () => {
    const { own, model, show } = underTest();
    model.open();
    await show(FINGER.slice(0, 200));
    model.keep();
    expect(model.kept$.value).toBeUndefined();
    expect(await own.pulses.count()).toBe(0);
  });

  it('says that the camera was refused, and tries again when asked to', () => {
    const { model, camera } = underTest();
    model.open();
    camera().error(new CameraError('refused'));
    expect(model.state$.value).toEqual({ at: 'fault', code: 'refused' });
    model.open();
    expect(model.state$.value).toEqual({ at: 'opening' });
  });

  it('lets the camera go when the screen is left', async () => {
    const { model, show, camera } = underTest();
    model.open();
    await show(FINGER.slice(0, 100));
    model.close();
    expect(camera().observed).toBe(false);
    expect(model.state$.value).toEqual({ at: 'off' });
  });
});

describe('pulseBelongings', () => {
  const kept = { id: 'one', atMs: 1_700_000_000_123, bpm: 71, sdBpm: 2 };

  it('are a table that comes back the same elsewhere, once', async () => {
    const [here, there] = [database(), database()];
    await here.pulses.put(kept);
    const files = await pulseBelongings(here).take();
    expect(new TextDecoder().decode(files[0]!.bytes)).toBe(
      'id,at,bpm,sd_bpm\none,2023-11-14T22:13:20.123Z,71,2\n',
    );
    await pulseBelongings(there).put(files);
    await pulseBelongings(there).put(files);
    expect(await there.pulses.toArray()).toEqual([kept]);
  });

  it('take in nothing of a table that is not understood', async () => {
    const own = database();
    const bytes = new TextEncoder().encode('id,at,bpm,sd_bpm\none,2023-11-14T22:13:20Z,71,2\ntwo,when,?,1\n');
    await expect(pulseBelongings(own).put([{ path: 'pulses.csv', bytes }])).rejects.toThrow('line 3');
    expect(await own.pulses.count()).toBe(0);
  });

  it('are gone once they are destroyed', async () => {
    const own = database();
    await own.pulses.put(kept);
    await pulseBelongings(own).destroy();
    await own.open();
    expect(await own.pulses.count()).toBe(0);
  });
});

describe('aroundSession', () => {
  const at = (minutes: number) => ({ id: String(minutes), atMs: minutes * 60_000, bpm: 70, sdBpm: 1 });
  const session = { startMs: 100 * 60_000, endMs: 115 * 60_000 };

  it('takes the last one before and the first after, within half an hour', () => {
    const pulses = [at(60), at(90), at(95), at(105), at(118), at(130)];
    expect(aroundSession(pulses, session)).toEqual({ before: at(95), after: at(118) });
  });

  it('takes none that is further away', () => {
    expect(aroundSession([at(60), at(150)], session)).toEqual({});
  });
});
