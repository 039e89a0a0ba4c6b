import { analyse, type TrackAnalysis } from './analysis/analyse.ts';
import type { Sound } from './analysis/sound.ts';
import { probe, type Probe } from './probe.ts';

/** What the page asks of the worker; `number` comes back with the answer. */
export type WorkerAsk =
  | { readonly number: number; readonly kind: 'probe'; readonly file: Blob }
  | { readonly number: number; readonly kind: 'analyse'; readonly sound: Sound };

export interface WorkerAnswer {
  readonly number: number;
  readonly answer?: Probe | TrackAnalysis | undefined;
  /** It failed, which is a fault of the file. */
  readonly failed?: true;
}

/** The thread that reads and measures files, so that the page stays alive. */
addEventListener('message', ({ data }: MessageEvent<WorkerAsk>) => {
  const done = data.kind === 'probe' ? probe(data.file) : Promise.resolve(data.sound).then(analyse);
  done.then(
    (answer) => reply({ number: data.number, answer }),
    () => reply({ number: data.number, failed: true }),
  );
});

const reply = (answer: WorkerAnswer): void => postMessage(answer);
