import { Observable } from 'rxjs';
import { pulseFrame, type PulseFrame } from '../../../engine/index.ts';

/**
 * Why there are no pictures. `refused`: the person or the browser said no. `none`: there is no camera. `busy`: another
 * program has it, or it broke. `unsupported`: this browser cannot, or not on this address.
 */
export type CameraFault = 'refused' | 'none' | 'busy' | 'unsupported';

export class CameraError extends Error {
  readonly code: CameraFault;

  constructor(code: CameraFault, options?: ErrorOptions) {
    super(`no camera: ${code}`, options);
    this.code = code;
  }
}

/** The camera as a stream of what its pictures say; no picture is kept, shown or sent. */
export interface Camera {
  /**
   * Opens the camera with its lamp on where it has one, and closes it when nobody listens any more.
   * Errors with a {@link CameraError}.
   */
  readonly frames$: Observable<PulseFrame>;
}

/** Pictures are read at this size; a finger has no details. */
const [WIDTH, HEIGHT] = [48, 36];

/** The camera of this device, the one at the back where there are two. */
export const browserCamera = (): Camera => ({
  frames$: new Observable((subscriber) => {
    let stream: MediaStream | undefined;
    const close = (): void => stream?.getTracks().forEach((track) => track.stop());
    openStream().then(
      (opened) => {
        stream = opened;
        if (subscriber.closed) {
          close();
          return;
        }
        opened
          .getVideoTracks()[0]
          ?.addEventListener('ended', () => subscriber.error(new CameraError('busy')));
        subscriber.add(readFrames(opened, (frame) => subscriber.next(frame)));
      },
      (cause: unknown) => subscriber.error(faultOf(cause)),
    );
    return close;
  }),
});

async function openStream(): Promise<MediaStream> {
  const { mediaDevices } = navigator as Partial<Navigator>;
  if (!mediaDevices?.getUserMedia) throw new CameraError('unsupported');
  const stream = await mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 320 }, frameRate: { ideal: 30 } },
  });
  const [track] = stream.getVideoTracks();
  const capabilities = track?.getCapabilities() as { torch?: boolean } | undefined;
  if (capabilities?.torch)
    // A lamp that does not go on leaves the pulse darker, no more.
    await track!.applyConstraints({ advanced: [{ torch: true } as object] }).catch(() => undefined);
  return stream;
}

/** Reads each picture once, by the time at which it was taken. @returns ends it */
function readFrames(stream: MediaStream, next: (frame: PulseFrame) => void): () => void {
  const video = document.createElement('video');
  Object.assign(video, { srcObject: stream, muted: true, playsInline: true });
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let on = true;
  const read = (atMs: number): void => {
    if (!on || !context) return;
    context.drawImage(video, 0, 0, WIDTH, HEIGHT);
    next(pulseFrame(atMs, context.getImageData(0, 0, WIDTH, HEIGHT).data));
  };
  void video.play().catch(() => undefined);
  // Read before it is tested: browsers that lack it are still about.
  if ('requestVideoFrameCallback' in HTMLVideoElement.prototype) {
    const onFrame: VideoFrameRequestCallback = (now, { captureTime, mediaTime }) => {
      read(captureTime ?? (mediaTime > 0 ? 1000 * mediaTime : now));
      if (on) video.requestVideoFrameCallback(onFrame);
    };
    video.requestVideoFrameCallback(onFrame);
  } else {
    let lastS = -1;
    const look = (): void => {
      if (video.currentTime !== lastS) read(1000 * (lastS = video.currentTime));
      if (on) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }
  return () => {
    on = false;
    video.srcObject = null;
  };
}

function faultOf(cause: unknown): CameraError {
  if (cause instanceof CameraError) return cause;
  const name = cause instanceof Error || cause instanceof DOMException ? cause.name : '';
  const code: CameraFault =
    name === 'NotAllowedError' || name === 'SecurityError'
      ? 'refused'
      : name === 'NotFoundError' || name === 'OverconstrainedError'
        ? 'none'
        : 'busy';
  return new CameraError(code, { cause });
}
