import { SensorError, type SensorErrorCode } from '../heart-rate-sensor.ts';

/**
 * What the browser's messages mean, most specific first. The name alone is
 * not enough: `NotFoundError` has six causes.
 */
const MEANINGS: readonly (readonly [RegExp, SensorErrorCode])[] = [
  [/cancell?ed the requestDevice\(\) chooser/i, 'cancelled'],
  [/adapter (?:is )?not available|no bluetooth adapter|bluetooth is (?:turned )?off/i, 'adapter-off'],
  [/globally disabled|has disabled|denied|blocked|policy|permission/i, 'denied'],
  [/doesn't exist anymore|no longer in range/i, 'unreachable'],
];

const NAMES: Readonly<Record<string, SensorErrorCode>> = {
  SecurityError: 'denied',
  NotAllowedError: 'denied',
  NotSupportedError: 'unsupported',
  NotFoundError: 'cancelled',
  AbortError: 'cancelled',
};

/**
 * Maps what the chooser threw to a coded error.
 * Source of the wording: Chromium, third_party/blink/renderer/modules/bluetooth/bluetooth_error.cc.
 */
export function chooserFailure(cause: unknown): SensorError {
  const { name, message } = cause instanceof Error ? cause : { name: '', message: String(cause) };
  const told = MEANINGS.find(([words]) => words.test(message))?.[1];
  return new SensorError(told ?? NAMES[name] ?? 'unreachable', message, { cause });
}

/** Maps what a GATT operation threw to a coded error; only `unreachable` can resolve by itself. */
export function gattFailure(cause: unknown): SensorError {
  if (cause instanceof SensorError) return cause;
  const { name, message } = cause instanceof Error ? cause : { name: '', message: String(cause) };
  if (name === 'SecurityError' || name === 'NotAllowedError')
    return new SensorError('denied', message, { cause });
  if (name === 'NotFoundError') return new SensorError('not-a-heart-rate-sensor', message, { cause });
  return new SensorError('unreachable', message, { cause });
}
