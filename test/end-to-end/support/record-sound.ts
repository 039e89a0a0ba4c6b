/** A piece of the mono mix that went to the loudspeaker. */
export interface SoundPiece {
  readonly sampleRate: number;
  readonly samples: Float32Array;
  /** The audio context that rendered it: the number of those that the page had before. */
  readonly context: number;
  /** Where it ends on the clock of that context, seconds. */
  readonly endsAtS: number;
  /** Seconds of sound kept up to its end, over all contexts. */
  readonly keptS: number;
  /** When it was read, ms of the page's `performance.now()`: at most a few buffers after it was rendered. */
  readonly readAtMs: number;
}

/**
 * What the page keeps of its sound. It is placed on the audio clock, which only goes on as sound is rendered: a machine
 * that is late with its sound, or with reading it, makes a record that is shorter and has gaps, but not another one.
 */
export interface SoundRecord {
  /** Oldest first. */
  readonly pieces: readonly SoundPiece[];
  readonly keptS: number;
  /** The last time that a key or a pointer went down, ms of the page, as the browser dates it. */
  readonly pressedAtMs: number;
  /** The clock of each audio context once the page had handled the last key or click; absent while it does. */
  readonly handledAtS?: readonly number[] | undefined;
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
  const pieces: SoundPiece[] = [];
  const contexts: AudioContext[] = [];
  const record = {
    pieces,
    keptS: 0,
    pressedAtMs: -Infinity,
    handledAtS: undefined as readonly number[] | undefined,
  };
  window.soundRecord = record;

  const handled = new MessageChannel();
  handled.port1.onmessage = () => void (record.handledAtS = contexts.map(({ currentTime }) => currentTime));
  for (const type of ['keydown', 'pointerdown', 'click'])
    addEventListener(
      type,
      ({ timeStamp }) => {
        if (type !== 'click') record.pressedAtMs = timeStamp;
        record.handledAtS = undefined;
        handled.port2.postMessage(undefined); // its turn comes after all that listen to this event
      },
      { capture: true },
    );

  const listen = (context: AudioContext): AnalyserNode => {
    const analyser = new AnalyserNode(context, { fftSize: MOST_SAMPLES });
    const { sampleRate } = context;
    const seen = new Float32Array(MOST_SAMPLES);
    const number = contexts.push(context) - 1;
    let heardUntilS = context.currentTime;
    setInterval(() => {
      const endsAtS = context.currentTime;
      const fresh = Math.min(Math.round((endsAtS - heardUntilS) * sampleRate), MOST_SAMPLES);
      if (fresh === 0) return;
      analyser.getFloatTimeDomainData(seen);
      // Rendering went on meanwhile, so nobody knows where these samples end: next time.
      if (context.currentTime !== endsAtS) return;
      heardUntilS = endsAtS;
      record.keptS += fresh / sampleRate;
      const samples = seen.slice(-fresh);
      const readAtMs = performance.now();
      pieces.push({ sampleRate, samples, context: number, endsAtS, keptS: record.keptS, readAtMs });
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
