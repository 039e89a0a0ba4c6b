import { spoken } from '../../kit/language.ts';
import { numberText } from '../../kit/numbers.ts';

/** The words of the breathing guide. */
export const breath = spoken({
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
    paceOf: (perMinute: number, inS: number, outS: number) =>
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
    hint: 'Eine langsame Führung: vier Zeiten ein, sechs aus.',
    dizzy: 'Hör damit auf, wenn dir schwindlig wird.',
    settings: 'Atemführung einstellen',
    pace: 'Atemzüge pro Minute',
    slower: 'Langsamer',
    faster: 'Schneller',
    paceOf: (perMinute: number, inS: number, outS: number) =>
      `${figure(perMinute)} pro Minute: ${figure(inS)} s ein, ${figure(outS)} s aus`,
    sound: 'Hören',
    soundHint: 'Weiche Luft, die anschwillt, während du einatmest',
    swell: 'Die Musik anschwellen lassen',
    swellHint: 'Sie hebt und senkt sich mit der Führung, sonst langsam von selbst',
    vibration: 'Spüren',
    vibrationHint: 'Das Telefon brummt einmal zum Einatmen, zweimal zum Ausatmen',
  },
});

/** One decimal at most. */
function figure(value: number): string {
  const tenths = Math.round(10 * value);
  return numberText(tenths / 10, tenths % 10 === 0 ? 0 : 1);
}
