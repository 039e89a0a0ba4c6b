import { silentTrack } from '../audio/silent-track.ts';
import type { MediaPorts } from './media-controls.ts';

/** Absent where the browser has no media keys. */
export function browserMedia(): MediaPorts | undefined {
  if (!('mediaSession' in navigator)) return undefined;
  const artwork = [192, 512].map((side) => ({
    src: new URL(`icon-${side}.png`, document.baseURI).href,
    sizes: `${side}x${side}`,
    type: 'image/png',
  }));
  return {
    media: navigator.mediaSession,
    track: silentTrack(),
    describe: (title) => new MediaMetadata({ title, artist: 'Attune', artwork }),
    page: document,
  };
}
