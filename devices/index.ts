export {
  SensorError,
  type HeartRateSensor,
  type SensorErrorCode,
  type SensorEvent,
} from './heart-rate-sensor.ts';
export { epochClock, type Clock } from './clock.ts';

export { requestStrap, rememberedStraps, type BluetoothAccess } from './web-bluetooth/choose-strap.ts';
export { webBluetoothSensor, type StrapOptions } from './web-bluetooth/web-bluetooth-sensor.ts';
export { sharedSensor } from './monitor/shared-sensor.ts';
export type { Capabilities, StrapStatus } from './monitor/strap-monitor.ts';
export { monitoredSensor } from './monitor/monitored-sensor.ts';
export { STRAP_PROFILES, strapProfileOf, type StrapProfile } from './monitor/strap-profiles.ts';
export type { StrapTimings } from './web-bluetooth/strap-timings.ts';
export type {
  GattCharacteristic,
  GattServer,
  GattService,
  StrapBluetooth,
  StrapDevice,
} from './gatt/gatt.ts';

export { relayedSensor } from './relay/relayed-sensor.ts';
export { relaySender, type SendingStatus } from './relay/relay-sender.ts';
export type { Broken, ReceivingLine, RelayBatch, RelayNews, SendingLine } from './relay/relay-line.ts';

export type {
  BadRecording,
  Found,
  ReadRecording,
  Recording,
  RecordingFormatId,
  RecordingItem,
} from './recordings/recording.ts';
export type { ReadOptions } from './recordings/parser.ts';
export { openRecording, readRecordingStream, type GivenFile } from './recordings/reader/open-recording.ts';
export { recordingEvents, startOfRecording } from './recordings/recording-events.ts';

export { replaySensor } from './replay/replay-sensor.ts';
export type { PlaybackOptions } from './replay/playback.ts';

export type { Course, HeartBeat, HeartOptions } from './synthetic/heart-beats.ts';
export type { Disturbances, Dropout, ObservedBeat } from './synthetic/observed-beats.ts';
export { simulateHeart, type SimulatedHeart } from './synthetic/simulate-heart.ts';
export { syntheticEcg, type EcgOptions } from './synthetic/synthetic-ecg.ts';
export { strapPackets, type StrapPacket } from './synthetic/strap-packets.ts';
export { steerableSensor, type SteerableSensor } from './synthetic/steerable-sensor.ts';
export { syntheticSensor, type SyntheticOptions } from './synthetic/synthetic-sensor.ts';

export type { Faults } from './laboratory/faults.ts';
export { FAULT_NAMES, faultsNamed, type FaultName } from './laboratory/fault-presets.ts';
export { asStrap, faultyEvents } from './laboratory/as-strap.ts';
export { faultySensor } from './laboratory/faulty-sensor.ts';
