/** What the page keeps of the sound that goes to the loudspeaker. Times in ms of the page's `performance.now()`. */
export interface SoundRecord {
  readonly sampleRate: number;
  /** Consecutive pieces of the mono mix; `endsAt` is when the last sample was rendered. */
  readonly pieces: readonly { readonly endsAt: number; readonly samples: Float32Array }[];
  /** Key and pointer presses, as the browser timed them. */
  readonly presses: readonly number[];
}

declare global {
  interface Window {
    soundRecord?: SoundRecord;
  }
}

/**
 * Runs in the page before anything else. Whatever is connected to an audio context's destination is also connected to
 * an analyser that leads nowhere, so that the sound itself stays as it is; a timer collects what the analyser has seen.
 */
export function recordSound(): void {
  const EVERY_MS = 20;
  const MOST_SAMPLES = 32_768;
  const KEPT_PIECES = 6000;
  const pieces: { endsAt: number; samples: Float32Array }[] = [];
  const presses: number[] = [];
  const record = { sampleRate: 0, pieces, presses };
  window.soundRecord = record;

  for (const type of ['keydown', 'pointerdown'])
    addEventListener(type, (event) => void presses.push(event.timeStamp), { capture: true });

  const listen = (context: AudioContext): AnalyserNode => {
    const analyser = new AnalyserNode(context, { fftSize: MOST_SAMPLES });
    const seen = new Float32Array(MOST_SAMPLES);
    let heardUntil = context.currentTime;
    record.sampleRate = context.sampleRate;
    setInterval(() => {
      const fresh = Math.round((context.currentTime - heardUntil) * context.sampleRate);
      if (fresh === 0) return;
      heardUntil = context.currentTime;
      analyser.getFloatTimeDomainData(seen);
      pieces.push({ endsAt: performance.now(), samples: seen.slice(-Math.min(fresh, MOST_SAMPLES)) });
      if (pieces.length > KEPT_PIECES) pieces.shift();
    }, EVERY_MS);
    return analyser;
  };
  const analysers = new Map<AudioContext, AnalyserNode>();
  const listener = (node: AudioNode, target: unknown): AnalyserNode | undefined => {
    if (!(target instanceof AudioDestinationNode) || !(node.context instanceof AudioContext))
      return undefined;
    const analyser = analysers.get(node.context) ?? listen(node.context);
    analysers.set(node.context, analyser);
    return analyser;
  };
  type Call = (this: AudioNode, ...to: unknown[]) => unknown;
  const methods = AudioNode.prototype as unknown as Record<'connect' | 'disconnect', Call>;
  for (const name of ['connect', 'disconnect'] as const) {
    const original = methods[name];
    methods[name] = function (...to) {
      const result = original.apply(this, to);
      const analyser = listener(this, to[0]);
      if (analyser) original.call(this, analyser);
      return result;
    };
  }
}
