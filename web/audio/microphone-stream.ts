/** What a telephone call wants and music does not: it takes tones and strokes away. */
const OFF = { echoCancellation: false, noiseSuppression: false, autoGainControl: false } as const;

/** `denied`: the person or the system said no. `none`: there is no microphone. `failed`: it would not start. */
export type MicrophoneRefusal = 'denied' | 'none' | 'failed';

/** Asks the person for a microphone as it is. @throws what the browser says; see `microphoneRefusal` */
export const askForMicrophone = (devices: MediaDevices): Promise<MediaStream> =>
  devices.getUserMedia({ audio: { ...OFF, channelCount: 1 } });

/** Why there is no microphone, by what the browser threw. */
export function microphoneRefusal(cause: unknown): MicrophoneRefusal {
  const name = cause instanceof DOMException ? cause.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'none' : 'failed';
}

/** What was asked to be off and is on all the same, as the constraints are called. */
export function keptOn(stream: MediaStream): readonly string[] {
  const given = stream.getAudioTracks()[0]?.getSettings() ?? {};
  return (Object.keys(OFF) as (keyof typeof OFF)[]).filter((name) => given[name] === true);
}
