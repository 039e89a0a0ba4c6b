import type { SensorErrorCode } from '../../../devices/index.ts';
import type { SensorState } from '../../../engine/index.ts';

/** What went wrong with a sensor, and what to do; `undefined` where nothing needs to be said. */
export const sensorErrors: Record<
  SensorErrorCode,
  { readonly title: string; readonly advice: string } | undefined
> = {
  unsupported: {
    title: 'This browser cannot talk to a strap.',
    advice:
      'Chrome, Edge and Opera can, on computers and on Android; on Linux it must be switched on first ' +
      '(chrome://flags, “Web Bluetooth”). Firefox and Safari cannot, nor can the browsers of an iPhone ' +
      'or iPad. A recording works here, and so does going without a strap.',
  },
  'insecure-context': {
    title: 'A strap needs a secure page.',
    advice: 'Open Attune by https, or as localhost on the computer it runs on.',
  },
  'adapter-off': { title: 'Bluetooth is off.', advice: 'Switch it on, then connect again.' },
  cancelled: undefined,
  denied: {
    title: 'The browser was not allowed to use Bluetooth.',
    advice: 'Allow Bluetooth for this page next to the address, and for the browser in the system settings.',
  },
  'not-a-heart-rate-sensor': {
    title: 'That device gives no heart rate.',
    advice: 'Choose a heart-rate strap. Some watches need "broadcast heart rate" switched on first.',
  },
  unreachable: {
    title: 'The strap cannot be reached.',
    advice:
      'Wear it, moisten the electrodes and come closer. If a watch or another app is connected to it, ' +
      'end that first: many straps talk to one at a time. Then connect again.',
  },
  'bad-recording': { title: 'This file cannot be read as a recording.', advice: '' },
};

/** The name of a recording that breaks off. */
export const incomplete = (name: string): string => `${name} (only a part of it could be read)`;

/** The sensor's state in the line under the breathing form. */
export const sensorStates: Record<SensorState, string> = {
  idle: 'heart rate not connected',
  choosing: 'choosing a strap',
  connecting: 'connecting to the strap',
  discovering: 'connecting to the strap',
  subscribing: 'connecting to the strap',
  streaming: 'waiting for the first beats',
  stale: 'heart rate unknown, no beats are coming in',
  lost: 'heart rate unknown, the strap is out of reach',
  backoff: 'heart rate unknown, trying to reach the strap again',
  ended: 'the recording has ended',
};
