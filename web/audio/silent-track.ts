/** Long enough for browsers to take it for music: they give no controls to what is shorter than 5 s. Seconds. */
const LENGTH_S = 10;
const RATE = 8000;

/**
 * A looping media element without a sound. Phones and keyboards offer their media keys only to pages with one, and go
 * on playing a page behind a locked screen for its sake; what is heard comes from the audio context.
 */
export function silentTrack(): Pick<HTMLMediaElement, 'play' | 'pause'> {
  const element = new Audio(URL.createObjectURL(new Blob([silence()], { type: 'audio/wav' })));
  element.loop = true;
  return element;
}

/** 8-bit mono WAV: its zero is 128. */
function silence(): ArrayBuffer {
  const frames = LENGTH_S * RATE;
  const view = new DataView(new ArrayBuffer(44 + frames));
  const text = (at: number, word: string): void =>
    new TextEncoder().encode(word).forEach((byte, i) => view.setUint8(at + i, byte));
  text(0, 'RIFF');
  view.setUint32(4, 36 + frames, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, frames, true);
  new Uint8Array(view.buffer, 44).fill(128);
  return view.buffer;
}
