import { askForMicrophone, keptOn, microphoneRefusal } from '../../audio/microphone-stream.ts';
import { mediaDevices } from '../../kit/secure-only.ts';
import { inPlace, type HeardPiece } from './heard-pieces.ts';
import { StudioError, type Given } from './studio-audio.ts';
import takeWorklet from './take-worklet.ts?worker&url';

/** What is coming in from a microphone. */
export interface Microphone {
  readonly given: Given;
  /** Seconds by which the browser says that the input is late; absent: it does not say. */
  readonly latencyS?: number;
  /** What came in so far, and when its first sample was on the context's clock, s. */
  recorded(): { readonly samples: Float32Array<ArrayBuffer>; readonly fromS: number };
  close(): void;
}

/**
 * Asks for a microphone and listens until it is closed.
 *
 * @param level  told how loud it is, 0–1
 * @throws StudioError  refused; no-microphone
 */
export async function openMicrophone(
  audio: AudioContext,
  level: (peak: number) => void,
): Promise<Microphone> {
  const stream = await streamOf();
  const track = stream.getAudioTracks()[0];
  if (!track) throw new StudioError('no-microphone');
  await audio.audioWorklet.addModule(takeWorklet);
  const source = audio.createMediaStreamSource(stream);
  const node = new AudioWorkletNode(audio, 'attune-take', { numberOfInputs: 1, numberOfOutputs: 0 });
  const pieces: HeardPiece[] = [];
  node.port.onmessage = ({ data }: MessageEvent<HeardPiece>) => {
    pieces.push(data);
    level(data.samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0));
  };
  source.connect(node);
  const settings = track.getSettings() as MediaTrackSettings & { readonly latency?: number };
  return {
    given: { processed: keptOn(stream).length > 0 },
    ...(settings.latency !== undefined && { latencyS: settings.latency }),
    recorded: () => {
      const { samples, firstFrame } = inPlace(pieces);
      return { samples, fromS: firstFrame / audio.sampleRate };
    },
    close: () => {
      source.disconnect();
      node.port.onmessage = null;
      for (const one of stream.getTracks()) one.stop();
    },
  };
}

async function streamOf(): Promise<MediaStream> {
  const devices = mediaDevices();
  if (!devices) throw new StudioError('no-microphone');
  try {
    return await askForMicrophone(devices);
  } catch (cause) {
    throw new StudioError(microphoneRefusal(cause) === 'denied' ? 'refused' : 'no-microphone', { cause });
  }
}
