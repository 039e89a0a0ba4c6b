/** The words of the breathing guide. */
export const breath = {
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
} as const;

/** One decimal at most. */
function figure(value: number): string {
  return String(Math.round(10 * value) / 10);
}
