/** Why nothing is heard. */
export type EarRefusal = 'refused' | 'none' | 'failed';

/** A microphone that is open. Nothing of what it hears is kept. */
export interface OpenEar {
  readonly sampleRate: number;
  /** Echo or noise is taken out although it was asked not to be: tones may go with it. */
  readonly processed: boolean;
  /** The last so many samples, newest last. A power of two, `LOOK_SAMPLES` at most. */
  latest(count: number): Float32Array<ArrayBuffer>;
  close(): void;
}

export interface Ear {
  /** Asks the person. Call it in the handler of a gesture. Never rejects. */
  open(context: AudioContext): Promise<OpenEar | { readonly refused: EarRefusal }>;
}

/** As it is: what makes a call clearer takes music away. */
const ASKED = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };

/** @param devices absent: this page gets no microphone */
export const browserEar = (devices: MediaDevices | undefined): Ear => ({
  open: async (context) => {
    if (!devices) return { refused: 'none' };
    try {
      const stream = await devices.getUserMedia({ audio: ASKED });
      return listening(context, stream);
    } catch (cause) {
      return { refused: refusalOf(cause) };
    }
  },
});

function refusalOf(cause: unknown): EarRefusal {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'failed';
}

function listening(context: AudioContext, stream: MediaStream): OpenEar {
  const source = context.createMediaStreamSource(stream);
  const analysers = new Map<number, AnalyserNode>();
  const analyser = (count: number): AnalyserNode => {
    const made = analysers.get(count) ?? new AnalyserNode(context, { fftSize: count });
    if (!analysers.has(count)) source.connect(made);
    analysers.set(count, made);
    return made;
  };
  const given = stream.getAudioTracks()[0]?.getSettings() ?? {};
  return {
    sampleRate: context.sampleRate,
    processed:
      given.echoCancellation === true || given.noiseSuppression === true || given.autoGainControl === true,
    latest: (count) => {
      const samples = new Float32Array(count);
      analyser(count).getFloatTimeDomainData(samples);
      return samples;
    },
    close: () => {
      source.disconnect();
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
