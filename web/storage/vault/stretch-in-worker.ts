import type { Stretch } from './stretch.ts';

/** Stretches on a thread of its own, which ends with it: nothing of the passphrase stays in its memory. */
export const stretchInWorker: Stretch = async (given) => {
  const worker = new Worker(new URL('./stretch-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Uint8Array>((done, failed) => {
      const fail = (): void => failed(new Error('the passphrase could not be worked on'));
      worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array | undefined>) =>
        data ? done(data) : fail(),
      );
      worker.addEventListener('error', fail);
      worker.postMessage(given);
    });
  } finally {
    worker.terminate();
  }
};
