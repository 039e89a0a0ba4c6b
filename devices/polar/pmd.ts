/**
 * Polar's measurement data service (PMD): a control point that takes requests and indicates its responses, and a
 * characteristic that notifies data frames.
 * Source: Polar BLE SDK, "Polar Measurement Data Specification".
 */
export const PMD = {
  service: 'fb005c80-02e7-f387-1cad-8acd2d8df0c8',
  controlPoint: 'fb005c81-02e7-f387-1cad-8acd2d8df0c8',
  data: 'fb005c82-02e7-f387-1cad-8acd2d8df0c8',
} as const;

/** Measurement types that Attune asks for; a strap may have more. */
export type PmdMeasurementType = 'ecg' | 'acc';

const MEASUREMENT_TYPE: Readonly<Record<PmdMeasurementType, number>> = { ecg: 0, acc: 2 };

const REQUEST_MEASUREMENT_START = 2;
const STOP_MEASUREMENT = 3;

/** Setting types. A request encodes each as type, number of values, and a 16-bit little-endian value. */
const SETTING = {
  /** Hz */
  sampleRate: 0,
  /** bits */
  resolution: 1,
  /** ± g */
  range: 2,
} as const;

type Settings = Readonly<Partial<Record<keyof typeof SETTING, number>>>;

const SETTINGS: Readonly<Record<PmdMeasurementType, Settings>> = {
  ecg: { sampleRate: 130, resolution: 14 },
  acc: { sampleRate: 25, resolution: 16, range: 4 },
};

/** The control-point request that starts a measurement with the settings that Attune expects. */
export function startRequest(type: PmdMeasurementType): Uint8Array<ArrayBuffer> {
  const settings = Object.entries(SETTINGS[type]) as [keyof typeof SETTING, number][];
  const bytes = settings.flatMap(([name, value]) => [SETTING[name], 1, value & 0xff, value >> 8]);
  return Uint8Array.of(REQUEST_MEASUREMENT_START, MEASUREMENT_TYPE[type], ...bytes);
}

/** The control-point request that stops a measurement. */
export const stopRequest = (type: PmdMeasurementType): Uint8Array<ArrayBuffer> =>
  Uint8Array.of(STOP_MEASUREMENT, MEASUREMENT_TYPE[type]);
