import { describe, expect, it } from 'vitest';
import { ASSUMED, loadOf } from '../../bench/scale/load-model.ts';

const measured = {
  cpuMsABatch: 2,
  bytesAnEventOnDisk: 250,
  eventsASecond: 4,
  bytesAConnection: 10_000,
  bytesAtRest: 100e6,
};

describe('loadOf', () => {
  it('is as worked out by hand for 1,000 people', () => {
    // 200 sessions begin in the busiest hour and last a quarter of it: 50 at once, 10 batches a second of 2 ms.
    expect(loadOf(1000, measured)).toEqual({
      people: 1000,
      sessionsAtOnce: 50,
      requestsASecond: 10,
      processor: 0.02 / 0.7,
      memory: 100.5e6 / 2e9,
      connections: 50 / 20_000,
      // 900 s of 4 events of 250 bytes are 0.9 MB, for 365,000 sessions.
      disk: 0.3285,
      first: 'disk',
    });
  });

  it('names memory where nobody comes, and the processor where a batch is dear', () => {
    expect(loadOf(1, measured).first).toBe('memory');
    expect(loadOf(1000, { ...measured, cpuMsABatch: 200 }).first).toBe('processor');
  });

  it('names connections where few may be open', () => {
    expect(loadOf(1000, measured, { ...ASSUMED, openFiles: 10 } as never).first).toBe('connections');
  });
});
