import { BehaviorSubject, EMPTY, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { monitoredSensor, SensorError, type HeartRateSensor } from '../../../../devices/index.ts';
import { sourceViewModel, type SourcePorts } from '../../../../web/features/straps/source-view-model.ts';

const sensor: HeartRateSensor = { id: 'a', name: 'A', kind: 'strap', events$: EMPTY };

const ports =
  (about: Partial<SourcePorts> = {}) =>
  (): Promise<SourcePorts> =>
    Promise.resolve({
      requestStrap: () => Promise.resolve(sensor),
      rememberedStraps: () => Promise.resolve([]),
      demo: () => Promise.resolve({ sensor }),
      simulated: () => ({ sensor, arousal$: new BehaviorSubject(0) }),
      recording: () => Promise.resolve({ sensor }),
      monitored: monitoredSensor,
      ...about,
    });

describe('sourceViewModel', () => {
  it('holds the strap that was chosen', async () => {
    const view = sourceViewModel(ports());
    expect(await view.chooseStrap()).toBe(true);
    expect(view.source$.value?.sensor).toMatchObject({ id: 'a', name: 'A', kind: 'strap' });
    expect(view.choosing$.value).toEqual({ state: 'idle' });
  });

  it('offers the straps of earlier visits, which need no chooser', async () => {
    const view = sourceViewModel(
      ports({
        rememberedStraps: () => Promise.resolve([sensor]),
        requestStrap: () => Promise.reject(new SensorError('denied', 'no chooser')),
      }),
    );
    await view.recall();
    expect(view.remembered$.value).toEqual([sensor]);
    expect(await view.chooseRemembered(sensor)).toBe(true);
    expect(view.source$.value?.sensor).toMatchObject({ id: 'a', name: 'A', kind: 'strap' });
  });

  it('offers none where the browser cannot say', async () => {
    const view = sourceViewModel(ports({ rememberedStraps: () => Promise.reject(new Error('no')) }));
    await view.recall();
    expect(view.remembered$.value).toEqual([]);
  });

  it('is busy while the chooser is open', async () => {
    const view = sourceViewModel(ports());
    const choosing = view.chooseStrap();
    expect(view.choosing$.value).toEqual({ state: 'busy', kind: 'strap' });
    await choosing;
  });

  it.each(['unsupported', 'insecure-context', 'adapter-off', 'cancelled', 'denied', 'unreachable'] as const)(
    'tells a strap that failed by %s by that code',
    async (code) => {
      const view = sourceViewModel(
        ports({ requestStrap: () => Promise.reject(new SensorError(code, 'why')) }),
      );
      expect(await view.chooseStrap()).toBe(false);
      expect(view.choosing$.value).toEqual({ state: 'failed', kind: 'strap', code, message: 'why' });
      expect(view.source$.value).toBeUndefined();
    },
  );

  it('shows the message of a recording that cannot be read', async () => {
    const bad = (): Promise<never> => Promise.reject(new SensorError('bad-recording', 'line 7: no number'));
    const view = sourceViewModel(ports({ recording: bad }));
    await view.chooseRecording([{ file: new File([''], 'a.csv'), path: 'a.csv' }]);
    expect(view.choosing$.value).toMatchObject({ code: 'bad-recording', message: 'line 7: no number' });
  });

  it('hands on all files that were dropped together', async () => {
    const files = ['100.hea', '100.atr'].map((path) => ({ file: new File([''], path), path }));
    const seen: unknown[] = [];
    const view = sourceViewModel(
      ports({ recording: (given) => Promise.resolve({ sensor }).finally(() => seen.push(given)) }),
    );
    expect(await view.chooseRecording(files)).toBe(true);
    expect(seen).toEqual([files]);
  });

  it('takes an error of another kind for a strap out of reach, or a recording that cannot be read', async () => {
    const broken = (): Promise<never> => Promise.reject(new TypeError('bug'));
    const view = sourceViewModel(ports({ requestStrap: broken, demo: broken }));
    await view.chooseStrap();
    expect(view.choosing$.value).toMatchObject({ code: 'unreachable' });
    await view.chooseDemo();
    expect(view.choosing$.value).toMatchObject({ code: 'bad-recording' });
  });

  it('hands the laboratory’s faults to hearts that are nobody’s, and the handle of a simulated person on', async () => {
    const asked: (readonly string[])[] = [];
    const arousal$ = new BehaviorSubject(0);
    const view = sourceViewModel(
      ports({
        demo: (faults) => Promise.resolve({ sensor }).finally(() => asked.push(faults)),
        simulated: (faults) => {
          asked.push(faults);
          return { sensor, arousal$ };
        },
      }),
    );
    view.setFault('lost', true);
    view.setFault('drop', true);
    view.setFault('lost', false);
    await view.chooseDemo();
    expect(view.arousal$.value).toBeUndefined();
    await view.chooseSimulated();
    expect(view.arousal$.value).toBe(arousal$);
    expect(asked).toEqual([['drop'], ['drop']]);
  });

  it('shows what the source is while somebody listens to it', async () => {
    const streaming = { type: 'sensor', author: 'device', sensor: 'a', atMs: 0, state: 'streaming' } as const;
    const view = sourceViewModel(
      ports({ requestStrap: () => Promise.resolve({ ...sensor, events$: of(streaming) }) }),
    );
    await view.chooseStrap();
    expect(view.strap$.value).toMatchObject({ name: 'A', state: 'idle' });
    view.source$.value!.sensor.events$.subscribe();
    expect(view.strap$.value).toMatchObject({ state: 'streaming' });
    view.chooseNone();
    expect(view.strap$.value).toBeUndefined();
  });

  it('goes back to none', async () => {
    const view = sourceViewModel(ports());
    await view.chooseDemo();
    view.chooseNone();
    expect(view.source$.value).toBeUndefined();
  });
});
