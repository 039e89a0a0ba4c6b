import type { TrackAnalysis } from './analysis/analyse.ts';
import type { Sound } from './analysis/sound.ts';
import type { WorkerAnswer, WorkerAsk } from './analysis-worker.ts';
import type { Probe } from './probe.ts';

/** What it takes to read a file; all of it off the page's own thread. */
export interface TrackReader {
  probe(file: Blob): Promise<Probe>;
  /** @throws DOMException  it cannot be decoded */
  decode(file: Blob): Promise<Sound>;
  /** @returns `undefined` where there is nothing to be heard */
  analyse(sound: Sound): Promise<TrackAnalysis | undefined>;
  /** What is under way never settles. */
  dispose(): void;
}

/** Hz at which tracks are decoded to be measured. */
const RATE = 44_100;

/** A reader with a worker of its own. Decoding is the browser's, which does it on a thread of its own too. */
export function workerReader(): TrackReader {
  const worker = new Worker(new URL('./analysis-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { done(answer: unknown): void; failed(why: Error): void }>();
  let asked = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    const asker = waiting.get(data.number);
    waiting.delete(data.number);
    if (data.failed) asker?.failed(new Error('the file cannot be read'));
    else asker?.done(data.answer);
  });
  const ask = <T>(what: Unnumbered<WorkerAsk>, transfer: Transferable[] = []): Promise<T> =>
    new Promise<T>((done, failed) => {
      const number = asked++;
      waiting.set(number, { done: done, failed });
      worker.postMessage({ ...what, number }, transfer);
    });
  return {
    probe: (file) => ask({ kind: 'probe', file }),
    decode: async (file) => {
      const buffer = await new OfflineAudioContext(2, 1, RATE).decodeAudioData(await file.arrayBuffer());
      // Copies, for the worker takes them away; a third side and more are left out.
      const sides = Math.min(2, buffer.numberOfChannels);
      const channels = Array.from({ length: sides }, (_, side) => buffer.getChannelData(side).slice());
      return { channels, sampleRate: buffer.sampleRate };
    },
    analyse: (sound) =>
      ask(
        { kind: 'analyse', sound },
        sound.channels.map(({ buffer }) => buffer as ArrayBuffer),
      ),
    dispose: () => worker.terminate(),
  };
}

type Unnumbered<A> = A extends unknown ? Omit<A, 'number'> : never;
