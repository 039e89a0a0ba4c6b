import { askForMicrophone, keptOn, microphoneRefusal } from '../../../audio/microphone-stream.ts';

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

/** @param devices absent: this page gets no microphone */
export const browserEar = (devices: MediaDevices | undefined): Ear => ({
  open: async (context) => {
    if (!devices) return { refused: 'none' };
    try {
      return listening(context, await askForMicrophone(devices));
    } catch (cause) {
      const why = microphoneRefusal(cause);
      return { refused: why === 'denied' ? 'refused' : why };
    }
  },
});

function listening(context: AudioContext, stream: MediaStream): OpenEar {
  const source = context.createMediaStreamSource(stream);
  const analysers = new Map<number, AnalyserNode>();
  const analyser = (count: number): AnalyserNode => {
    const made = analysers.get(count) ?? new AnalyserNode(context, { fftSize: count });
    if (!analysers.has(count)) source.connect(made);
    analysers.set(count, made);
    return made;
  };
  return {
    sampleRate: context.sampleRate,
    processed: keptOn(stream).length > 0,
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
