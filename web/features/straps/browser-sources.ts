import {
  asStrap,
  epochClock,
  faultsNamed,
  faultySensor,
  monitoredSensor,
  openRecording,
  rememberedStraps,
  replaySensor,
  requestStrap,
  SensorError,
  steerableSensor,
  type BluetoothAccess,
  type FaultName,
  type GivenFile,
  type HeartRateSensor,
  sharedSensor,
} from '../../../devices/index.ts';
import { protocolOf, type BaselineFigures } from '../../../engine/index.ts';
import type { PlacedFile } from '../../kit/dropped-files.ts';
import { bluetooth, cameSafely } from '../../kit/secure-only.ts';
import { incomplete, SIMULATED } from '../../session/words/sensor.ts';
import type { HeartSource } from '../../session/sessions-view-model.ts';
import type { SourcePorts } from './source-view-model.ts';

const DEMO_BEATS = new URL('../../../fixtures/demonstration.csv', import.meta.url);
const DEMO_ABOUT = new URL('../../../fixtures/demonstration.json', import.meta.url);

/** The strap of the story is lost once, until there is nothing to estimate from; the second time is after its end. */
export const DEMO_FAULTS = { seed: 1, drops: { everyMs: 150_000, goneMs: 24_000 } };

const bluetoothAccess = (): BluetoothAccess => ({
  bluetooth: bluetooth(),
  isSecureContext: cameSafely(),
});

/** The sources as the browser has them: its chooser, files, and the demo recording that is shipped with the page. */
export const browserSources: SourcePorts = {
  requestStrap: () => requestStrap(bluetoothAccess(), { clock: epochClock }),
  rememberedStraps: async () =>
    (await rememberedStraps(bluetoothAccess(), { clock: epochClock })).map(sharedSensor),
  demo: async (faults) => {
    const [beats, about] = await Promise.all([fetch(DEMO_BEATS), fetch(DEMO_ABOUT)]);
    const { title, baseline } = (await about.json()) as { title: string; baseline?: BaselineFigures };
    const file = { name: title, content: await beats.blob() };
    const { sensor } = await sourceOf([file], faults);
    return {
      // What goes wrong by the laboratory goes wrong instead of the story's own loss.
      sensor: faults.length > 0 ? sensor : faultySensor(sensor, DEMO_FAULTS),
      ...(baseline && { baseline }),
      protocol: protocolOf('demonstration'),
    };
  },
  simulated: (faults) => {
    const person = simulatedPerson(seed());
    return { sensor: spoiled(person, faults), arousal$: person.arousal$, baseline: SIMULATED_REST };
  },
  recording: async (files) => sourceOf(files.map(given)),
  monitored: monitoredSensor,
};

/** Where the simulated heart beats at rest, as its own simulator has it. */
const SIMULATED_REST: BaselineFigures = {
  heartRateBpm: 64,
  heartRateSpreadBpm: 3,
  lnRmssd: 3.7,
  lnRmssdSpread: 0.25,
  seconds: 120,
};

const seed = (): number => crypto.getRandomValues(new Uint32Array(1))[0]!;

export const simulatedPerson = (personSeed: number) =>
  steerableSensor({ seed: personSeed, name: SIMULATED, clock: epochClock });

const spoiled = (sensor: HeartRateSensor, faults: readonly FaultName[]): HeartRateSensor =>
  faults.length === 0 ? sensor : faultySensor(sensor, faultsNamed(faults, seed()));

const given = ({ file, path }: PlacedFile): GivenFile => ({ name: file.name, path, content: file });

/** @throws SensorError  `bad-recording`, with the line */
async function sourceOf(
  files: readonly GivenFile[],
  faults: readonly FaultName[] = [],
): Promise<HeartSource> {
  const read = await openRecording(files);
  if (!read.ok) throw new SensorError('bad-recording', read.fault.message);
  const { found, name } = read.value;
  const shown = found.partial === undefined ? name : incomplete(name);
  const recording = { ...read.value, name: shown };
  // Only a strap's messages can be lost, late or wrong.
  const played = faults.length > 0 ? asStrap(recording) : recording;
  const sensor = spoiled(replaySensor(played, { clock: epochClock }), faults);
  const { what, partial, warnings } = found;
  return { sensor, notes: { what, warnings, ...(partial !== undefined && { partial }) } };
}
