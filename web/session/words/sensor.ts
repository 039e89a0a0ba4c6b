import type { SensorErrorCode } from '../../../devices/index.ts';
import type { SensorState } from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';

type SensorErrors = Record<SensorErrorCode, { readonly title: string; readonly advice: string } | undefined>;

/** What went wrong with a sensor, and what to do; `undefined` where nothing needs to be said. */
export const sensorErrors = spoken<SensorErrors>({
  en: {
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
      advice:
        'Allow Bluetooth for this page next to the address, and for the browser in the system settings.',
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
    'phone-gone': {
      title: 'The phone with the strap has left.',
      advice: 'Choose “A strap on a phone” again, and type the new code on the phone.',
    },
    'bad-recording': { title: 'This file cannot be read as a recording.', advice: '' },
  },
  de: {
    unsupported: {
      title: 'Dieser Browser kann nicht mit einem Gurt sprechen.',
      advice:
        'Chrome, Edge und Opera können es, auf Computern und unter Android; unter Linux muss es erst ' +
        'eingeschaltet werden (chrome://flags, „Web Bluetooth“). Firefox und Safari können es nicht, auch ' +
        'nicht die Browser von iPhone und iPad. Eine Aufzeichnung geht hier, und ohne Gurt geht es auch.',
    },
    'insecure-context': {
      title: 'Ein Gurt braucht eine sichere Seite.',
      advice: 'Öffne Attune über https, oder als localhost auf dem Computer, auf dem es läuft.',
    },
    'adapter-off': {
      title: 'Bluetooth ist ausgeschaltet.',
      advice: 'Schalte es ein und verbinde dann noch einmal.',
    },
    cancelled: undefined,
    denied: {
      title: 'Der Browser durfte Bluetooth nicht benutzen.',
      advice:
        'Erlaube Bluetooth für diese Seite neben der Adresse, und für den Browser in den Systemeinstellungen.',
    },
    'not-a-heart-rate-sensor': {
      title: 'Dieses Gerät liefert keinen Puls.',
      advice: 'Wähle einen Brustgurt. Manche Uhren müssen ihren Puls erst für andere Geräte freigeben.',
    },
    unreachable: {
      title: 'Der Gurt ist nicht zu erreichen.',
      advice:
        'Leg ihn an, feuchte die Elektroden an und komm näher. Ist eine Uhr oder eine andere App mit ihm ' +
        'verbunden, trenn das zuerst: Viele Gurte sprechen nur mit einem Gerät. Dann verbinde noch einmal.',
    },
    'phone-gone': {
      title: 'Das Telefon mit dem Gurt ist nicht mehr dabei.',
      advice: 'Wähl noch einmal „Ein Gurt am Telefon“ und tipp den neuen Code am Telefon ein.',
    },
    'bad-recording': { title: 'Diese Datei lässt sich nicht als Aufzeichnung lesen.', advice: '' },
  },
});

/** The name of a recording that breaks off, as the log has it. */
export const incomplete = (name: string): string => `${name}${PART}`;
const PART = ' (only a part of it could be read)';

/** The simulated person, as the log names them. */
export const SIMULATED = 'A simulated person';

interface NameWords {
  readonly part: string;
  /** Hearts that Attune itself made, and straps without a name. */
  readonly made: Readonly<Record<string, string>>;
}

const names = spoken<NameWords>({
  en: {
    part: PART,
    made: {
      [SIMULATED]: SIMULATED,
      'A heart that is upset and settles, four minutes': 'A heart that is upset and settles, four minutes',
      'Heart-rate strap': 'Heart-rate strap',
    },
  },
  de: {
    part: ' (nur ein Teil war zu lesen)',
    made: {
      [SIMULATED]: 'Eine simulierte Person',
      'A heart that is upset and settles, four minutes':
        'Ein Herz, das sich aufregt und wieder beruhigt, vier Minuten',
      'Heart-rate strap': 'Brustgurt',
    },
  },
});

/** What a source of heartbeats is called on the screen; a strap or a file by its own name. */
export function nameOf(logged: string): string {
  const part = logged.endsWith(PART);
  const name = part ? logged.slice(0, -PART.length) : logged;
  return `${names.made[name] ?? name}${part ? names.part : ''}`;
}

/** The sensor's state in the line under the breathing form. */
export const sensorStates = spoken<Record<SensorState, string>>({
  en: {
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
  },
  de: {
    idle: 'kein Puls verbunden',
    choosing: 'ein Gurt wird gewählt',
    connecting: 'der Gurt wird verbunden',
    discovering: 'der Gurt wird verbunden',
    subscribing: 'der Gurt wird verbunden',
    streaming: 'die ersten Schläge werden erwartet',
    stale: 'Puls unbekannt, es kommen keine Schläge an',
    lost: 'Puls unbekannt, der Gurt ist außer Reichweite',
    backoff: 'Puls unbekannt, der Gurt wird wieder gesucht',
    ended: 'die Aufzeichnung ist zu Ende',
  },
});
