import { Observable, Subject } from 'rxjs';
import type { Onset } from '../../../../engine/rhythm/index.ts';
import {
  askForMicrophone,
  keptOn,
  microphoneRefusal,
  type MicrophoneRefusal,
} from '../../../audio/microphone-stream.ts';
import type { ClapMessage, ClapOrder } from './clap-worklet.ts';
import workletAddress from './clap-worklet.ts?worker&url';

/** An onset; `sample` is counted from `fromS` of the audio clock. */
export interface HeardOnset {
  readonly onset: Onset;
  readonly fromS: number;
  readonly sampleRate: number;
}

/** A microphone that listens. */
export interface Microphone {
  readonly label: string;
  /** What was asked to be off and is on all the same: it may eat claps. As the constraints are called. */
  readonly eaten: readonly string[];
  readonly onsets$: Observable<HeardOnset>;
  /** What `record` was asked for; `fromS` is the audio clock's time of its first sample. */
  readonly recorded$: Observable<{ readonly samples: Float32Array; readonly fromS: number }>;
  /** It was unplugged or taken away. */
  readonly ended$: Observable<unknown>;
  /** Keeps what is heard from now until a time of the audio clock, and gives it once. */
  record(untilS: number): void;
  close(): void;
}

export interface MicrophonePort {
  /** Asks the person. Never rejects. */
  open(context: AudioContext): Promise<Microphone | { readonly refused: MicrophoneRefusal }>;
}

/** @param devices absent: no page of this browser gets a microphone here, and none is offered */
export const browserMicrophone = (devices: MediaDevices | undefined): MicrophonePort | undefined =>
  devices && 'getUserMedia' in devices
    ? {
        open: async (context) => {
          try {
            const stream = await askForMicrophone(devices);
            await context.audioWorklet.addModule(workletAddress);
            return listening(context, stream);
          } catch (cause) {
            return { refused: microphoneRefusal(cause) };
          }
        },
      }
    : undefined;

function listening(context: AudioContext, stream: MediaStream): Microphone {
  const [track] = stream.getAudioTracks();
  const source = context.createMediaStreamSource(stream);
  const node = new AudioWorkletNode(context, 'attune-claps', { numberOfOutputs: 0 });
  source.connect(node);
  const [onsets$, recorded$] = [
    new Subject<HeardOnset>(),
    new Subject<{ samples: Float32Array; fromS: number }>(),
  ];
  node.port.onmessage = ({ data }: MessageEvent<ClapMessage>) => {
    if (data.kind === 'recorded') recorded$.next(data);
    else onsets$.next({ onset: data.onset, fromS: data.fromS, sampleRate: context.sampleRate });
  };
  const order = (what: ClapOrder): void => node.port.postMessage(what);
  return {
    label: track?.label ?? '',
    eaten: keptOn(stream),
    ...{ onsets$, recorded$ },
    ended$: new Observable((subscriber) =>
      track?.addEventListener('ended', () => subscriber.next(undefined)),
    ),
    record: (untilS) => order({ untilS }),
    close: () => {
      order('close');
      source.disconnect();
      for (const one of stream.getTracks()) one.stop();
    },
  };
}
