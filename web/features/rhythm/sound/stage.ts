import { markerAt } from '../../../../engine/rhythm/index.ts';
import type { Instrument } from '../../../audio/instruments/index.ts';
import { LATENCY_S } from '../../../audio/open-audio.ts';
import { RecordingBank, type ReadRecordings } from '../../../audio/recordings.ts';
import { drumBus, strike, type DrumBus } from './drum-bus.ts';
import type { Stroke } from './stroke.ts';

/** Where rhythm sounds: strokes on the audio clock, and the page's clock read against it. */
export interface Stage {
  /**
   * Opens the audio and fetches the instruments. Call it in the handler of a gesture.
   * @throws whatever kept a recording from coming
   */
  open(instruments: readonly Instrument[]): Promise<void>;
  /** Seconds of the audio clock. 0 before it is open. */
  now(): number;
  /** The audio clock's time of what is heard at a moment of the page's clock (`event.timeStamp`, ms). */
  heardAtS(timeStampMs: number): number;
  /** Sounds at a time of the audio clock; absent: now. */
  strike(stroke: Stroke, atS?: number): void;
  /** The sound by which a recording is placed, under a click of the count-in. */
  mark(atS: number): void;
  /** While a microphone listens, everything is darker, so that it hears hands and not the music. */
  setDark(dark: boolean): void;
  /** Silence within 0.1 s; what is on the clock ahead does not come. */
  hush(): void;
  /** The browser's own, for a microphone to lead into; absent before it is open. */
  readonly context: AudioContext | undefined;
}

/** @param read where recordings come from */
export function browserStage(read: ReadRecordings): Stage {
  let open: { context: AudioContext; bank: RecordingBank; bus: DrumBus } | undefined;
  return {
    get context() {
      return open?.context;
    },
    open: async (instruments) => {
      if (!open) {
        const context = new AudioContext({ latencyHint: LATENCY_S });
        open = { context, bank: new RecordingBank(context, read), bus: drumBus(context) };
      }
      const { context, bank } = open;
      // A refusal shows as a clock that stands still; the next press asks again.
      const running = context.state === 'running' ? undefined : context.resume().catch(() => undefined);
      await Promise.all([running, bank.load(instruments)]);
    },
    now: () => open?.context.currentTime ?? 0,
    heardAtS: (timeStampMs) => (open ? heardAtS(open.context, timeStampMs) : 0),
    strike: (stroke, atS) => {
      if (!open) return;
      const recording = open.bank.recordingOf(stroke.instrument, stroke.midi);
      if (recording) open.bus.add(strike(open.context, recording, { stroke, atS, to: open.bus.input }));
    },
    mark: (atS) => {
      if (!open) return;
      const { context, bus } = open;
      const source = context.createBufferSource();
      source.buffer = markerBuffer(context);
      source.connect(bus.bright);
      source.start(atS);
      bus.add({ source, endsAtS: atS + source.buffer.duration });
    },
    setDark: (dark) => open?.bus.setDark(dark),
    hush: () => open?.bus.hush(),
  };
}

/** Further apart than this, the browser's own pair of times is not to be believed. Seconds. */
const PLAUSIBLE_S = 1;

function heardAtS(context: AudioContext, timeStampMs: number): number {
  const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
  const now = context.currentTime;
  const known = contextTime > 0 && Math.abs(now - contextTime) < PLAUSIBLE_S;
  // Where it does not say what it puts out now, its own figure for the way there must do.
  return known
    ? contextTime + (timeStampMs - performanceTime) / 1000
    : now - context.outputLatency + (timeStampMs - performance.now()) / 1000;
}

/** How loud the marker is, against full scale. */
const MARKER_GAIN = 0.3;

function markerBuffer(context: BaseAudioContext): AudioBuffer {
  const samples = markerAt(context.sampleRate).inPhase.map((value) => MARKER_GAIN * value);
  const buffer = context.createBuffer(1, samples.length, context.sampleRate);
  buffer.copyToChannel(Float32Array.from(samples), 0);
  return buffer;
}
