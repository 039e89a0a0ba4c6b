import { describe } from 'vitest';
import { replaySensor, syntheticSensor, webBluetoothSensor } from '../../devices/index.ts';
import { readRecording } from '../../devices/recordings/reader/read-recording.ts';
import { FakeStrap } from '../support/fake-strap.ts';
import { itIsAHeartRateSensor } from '../support/heart-rate-sensor-contract.ts';
import { VirtualTime } from '../support/virtual-time.ts';

const timed = () => {
  const time = new VirtualTime();
  return {
    options: { scheduler: time.scheduler, clock: time.clock },
    run: (seconds: number) => time.pass(seconds * 1000),
    held: () => time.scheduler.actions.length,
  };
};

const recording = () => {
  const rows = Array.from({ length: 40 }, (_, i) => `${i + 1},1000`);
  const read = readRecording('forty-beats.csv', `t_s,rr_ms\n${rows.join('\n')}`);
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
};

describe('webBluetoothSensor', () => {
  itIsAHeartRateSensor(() => {
    const strap = new FakeStrap();
    const { options, run, held } = timed();
    return {
      sensor: webBluetoothSensor(strap, options),
      run: async (seconds) => {
        await run(0);
        for (let i = 0; i < seconds; i++) {
          strap.beat();
          await run(1);
        }
      },
      held: () => held() + strap.listening + Number(strap.gatt.connected),
      ends: false,
    };
  });
});

describe('replaySensor', () => {
  itIsAHeartRateSensor(() => {
    const { options, run, held } = timed();
    return { sensor: replaySensor(recording(), options), run, held, ends: true };
  });
});

describe('replaySensor without a session clock, at double speed', () => {
  itIsAHeartRateSensor(() => {
    const { options, run, held } = timed();
    const { scheduler } = options;
    return { sensor: replaySensor(recording(), { scheduler, speed: 2 }), run, held, ends: true };
  });
});

describe('syntheticSensor', () => {
  itIsAHeartRateSensor(() => {
    const { options, run, held } = timed();
    return { sensor: syntheticSensor({ seed: 1, ...options }), run, held, ends: false };
  });
});

describe('syntheticSensor with a duration', () => {
  itIsAHeartRateSensor(() => {
    const { options, run, held } = timed();
    return { sensor: syntheticSensor({ seed: 1, durationS: 30, ...options }), run, held, ends: true };
  });
});
