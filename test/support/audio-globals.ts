import * as webAudio from 'node-web-audio-api';

/**
 * Gives Node the Web Audio constructors that Tone looks for at the moment it is imported: import this first.
 * `AudioContext` stays away, for it would look for a sound card; everything here is rendered offline.
 */
const constructors = Object.entries(webAudio).filter(
  ([name]) => /^[A-Z]/.test(name) && name !== 'AudioContext',
);
Object.assign(globalThis, { window: globalThis, self: globalThis }, Object.fromEntries(constructors));
