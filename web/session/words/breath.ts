import { spoken } from '../../kit/language.ts';
import { numberText } from '../../kit/numbers.ts';

interface BreathWords {
  readonly off: string;
  readonly on: string;
  readonly in: string;
  readonly out: string;
  readonly name: string;
  readonly hint: string;
  readonly dizzy: string;
  readonly settings: string;
  readonly pace: string;
  readonly slower: string;
  readonly faster: string;
  readonly paceOf: (perMinute: number, inS: number, outS: number) => string;
  readonly sound: string;
  readonly soundHint: string;
  readonly swell: string;
  readonly swellHint: string;
  readonly vibration: string;
  readonly vibrationHint: string;
}

/** The words of the breathing guide. */
export const breath = spoken<BreathWords>({
  en: {
    off: 'Breathe with me',
    on: 'Stop the breathing guide',
    in: 'Breathe in',
    out: 'Breathe out',
    name: 'The breathing guide',
    hint: 'A slow guide: four counts in, six out.',
    dizzy: 'Stop pacing if you feel dizzy.',
    settings: 'Set the guide',
    pace: 'Breaths a minute',
    slower: 'Slower',
    faster: 'Faster',
    paceOf: (perMinute, inS, outS) =>
      `${figure(perMinute)} a minute: ${figure(inS)} s in, ${figure(outS)} s out`,
    sound: 'Hear it',
    soundHint: 'Soft air that swells as you breathe in',
    swell: 'Let the music swell',
    swellHint: 'It rises and falls with the guide, or slowly by itself',
    vibration: 'Feel it',
    vibrationHint: 'The phone hums once to breathe in, twice to breathe out',
  },
  de: {
    off: 'Atme mit mir',
    on: 'Atemführung beenden',
    in: 'Einatmen',
    out: 'Ausatmen',
    name: 'Die Atemführung',
    hint: 'Eine langsame Führung: auf vier ein, auf sechs aus.',
    dizzy: 'Hör auf mitzuatmen, wenn dir schwindlig wird.',
    settings: 'Atemführung einstellen',
    pace: 'Atemzüge pro Minute',
    slower: 'Langsamer',
    faster: 'Schneller',
    paceOf: (perMinute, inS, outS) =>
      `${figure(perMinute)} pro Minute: ${figure(inS)} s ein, ${figure(outS)} s aus`,
    sound: 'Hören',
    soundHint: 'Leise Luft, die anschwillt, während du einatmest',
    swell: 'Die Musik mitatmen lassen',
    swellHint: 'Sie hebt und senkt sich mit der Führung, oder langsam von selbst',
    vibration: 'Spüren',
    vibrationHint: 'Das Telefon summt einmal zum Einatmen, zweimal zum Ausatmen',
  },
});

/** One decimal at most. */
const figure = (value: number): string =>
  numberText(value, Number.isInteger(Math.round(10 * value) / 10) ? 0 : 1);
