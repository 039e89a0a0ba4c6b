import { convolver } from '../../../audio/convolver.ts';
import type { Instrument } from '../../../audio/instruments/index.ts';
import { LATENCY_S } from '../../../audio/open-audio.ts';
import { RecordingBank, type ReadRecordings } from '../../../audio/recordings.ts';

/** A note on the audio clock. */
export interface BandNote {
  readonly instrument: Instrument;
  readonly midi: number;
  /** Seconds from when it is told to play. */
  readonly atS: number;
  readonly heldS: number;
  /** Linear, 0–1. */
  readonly gain: number;
}

/** What plays along: our own instruments, put on the audio clock ahead. */
export interface Band {
  /** Opens the audio and fetches instruments. Call it in the handler of a gesture. @throws a recording did not come */
  open(instruments: readonly Instrument[]): Promise<void>;
  /** Seconds of the audio clock. 0 before it is open. */
  now(): number;
  /** The same, of what is heard now: later by what the browser says of its output. */
  heardS(): number;
  /** Puts notes on the clock. @param fromS the clock's time of their 0 */
  play(notes: readonly BandNote[], fromS: number): void;
  /** Silence at once; what is ahead does not come. */
  hush(): void;
  /** The browser's own, for a microphone to lead into; absent before it is open. */
  readonly context: AudioContext | undefined;
}

const [ROOM_GAIN, HUSH_S] = [0.12, 0.06];

interface Opened {
  readonly context: AudioContext;
  readonly bank: RecordingBank;
  readonly input: GainNode;
}

/** @param read where recordings come from */
export function browserBand(read: ReadRecordings): Band {
  let opened: Opened | undefined;
  let sounding: AudioScheduledSourceNode[] = [];
  return {
    get context() {
      return opened?.context;
    },
    open: async (instruments) => {
      if (!opened) {
        const context = new AudioContext({ latencyHint: LATENCY_S });
        opened = { context, bank: new RecordingBank(context, read), input: roomOf(context) };
      }
      const { context, bank } = opened;
      const running = context.state === 'running' ? undefined : context.resume().catch(() => undefined);
      await Promise.all([running, bank.load(instruments)]);
    },
    now: () => opened?.context.currentTime ?? 0,
    heardS: () => {
      if (!opened) return 0;
      const { currentTime, outputLatency } = opened.context;
      return currentTime - ((outputLatency as number | undefined) ?? 0);
    },
    play: (notes, fromS) => {
      if (!opened) return;
      for (const note of notes) {
        const source = strike(opened, note, fromS);
        if (source) sounding.push(source);
      }
    },
    hush: () => {
      if (!opened) return;
      const { input, context } = opened;
      const now = context.currentTime;
      input.gain.cancelScheduledValues(now);
      input.gain.setValueAtTime(1, now);
      input.gain.linearRampToValueAtTime(0, now + HUSH_S);
      input.gain.setValueAtTime(1, now + HUSH_S + 0.02);
      for (const source of sounding) source.stop(now + HUSH_S);
      sounding = [];
    },
  };
}

/** A little room and a ceiling, before the loudspeaker. */
function roomOf(context: AudioContext): GainNode {
  const input = context.createGain();
  const room = convolver(context);
  const send = context.createGain();
  send.gain.value = ROOM_GAIN;
  const ceiling = context.createDynamicsCompressor();
  ceiling.threshold.value = -8;
  ceiling.ratio.value = 12;
  ceiling.attack.value = 0.002;
  input.connect(ceiling);
  input.connect(send).connect(room).connect(ceiling);
  ceiling.connect(context.destination);
  return input;
}

function strike(
  { context, bank, input }: Opened,
  { instrument, midi, atS, heldS, gain }: BandNote,
  fromS: number,
): AudioScheduledSourceNode | undefined {
  const recording = bank.recordingOf(instrument, midi);
  if (!recording) return undefined;
  const at = Math.max(fromS + atS, context.currentTime);
  const source = context.createBufferSource();
  source.buffer = recording.buffer;
  source.loop = instrument.loops;
  source.playbackRate.value = recording.rate;
  const envelope = context.createGain();
  source.connect(envelope).connect(input);
  const attackS = Math.min(instrument.attackS, heldS / 3);
  const letGo = Math.max(at + attackS, at + heldS);
  envelope.gain.setValueAtTime(0, at);
  envelope.gain.linearRampToValueAtTime(gain, at + attackS);
  envelope.gain.setValueAtTime(gain, letGo);
  envelope.gain.setTargetAtTime(0, letGo, instrument.releaseS / 4);
  source.start(at);
  source.stop(letGo + 1.5 * instrument.releaseS);
  source.onended = () => {
    source.disconnect();
    envelope.disconnect();
  };
  return source;
}
