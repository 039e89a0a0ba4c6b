import { defer, finalize, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { SensorEvent } from '../../../devices/index.ts';
import { sharedSensor } from '../../../devices/monitor/shared-sensor.ts';

function underTest() {
  const events$ = new Subject<SensorEvent>();
  const links = { made: 0, open: 0 };
  const sensor = sharedSensor({
    id: 'a',
    name: 'A',
    kind: 'strap',
    events$: defer(() => {
      links.made += 1;
      links.open += 1;
      return events$.pipe(finalize(() => (links.open -= 1)));
    }),
  });
  return { events$, links, sensor };
}

const of = { author: 'device', sensor: 'a', atMs: 0 } as const;
const streaming = { type: 'sensor', ...of, state: 'streaming' } as const;
const packet = { type: 'packet', ...of, hex: '0048' } as const;

describe('sharedSensor', () => {
  it('makes one link for all who listen, which ends with the last of them', () => {
    const { links, sensor } = underTest();
    const first = sensor.events$.subscribe();
    const second = sensor.events$.subscribe();
    first.unsubscribe();
    expect(links).toEqual({ made: 1, open: 1 });
    second.unsubscribe();
    expect(links).toEqual({ made: 1, open: 0 });
  });

  it('tells who comes later the state first, and who comes after the link nothing of it', () => {
    const { events$, sensor } = underTest();
    const first = sensor.events$.subscribe();
    events$.next(streaming);
    const heard: SensorEvent[] = [];
    const second = sensor.events$.subscribe((event) => heard.push(event));
    events$.next(packet);
    expect(heard).toEqual([streaming, packet]);
    first.unsubscribe();
    second.unsubscribe();
    const later: SensorEvent[] = [];
    sensor.events$.subscribe((event) => later.push(event));
    expect(later).toEqual([]);
  });
});
