import { stretchHere, type Stretching } from './stretch.ts';

/** The thread that stretches one passphrase, so that the page stays alive. An empty answer: it could not. */
addEventListener('message', ({ data }: MessageEvent<Stretching>) => {
  stretchHere(data).then(
    (key) => postMessage(key),
    () => postMessage(undefined),
  );
});
