import { convolver } from '../../../audio/convolver.ts';
import type { Recording } from '../../../audio/recordings.ts';
import type { Stroke } from './stroke.ts';

/** A sound that is on the audio clock. */
interface Sounding {
  readonly source: AudioBufferSourceNode;
  /** Seconds of the context. */
  readonly endsAtS: number;
}

/** What strokes go through: a tone that can be dark, a little room, a limiter. */
export interface DrumBus {
  readonly input: AudioNode;
  /** Past the tone and the room, for what must stay bright. */
  readonly bright: AudioNode;
  add(sounding: Sounding): void;
  setDark(dark: boolean): void;
  hush(): void;
}

/** Corner of the tone, Hz: open, and below what claps are told by. */
const [OPEN_HZ, DARK_HZ] = [18_000, 1100];
const ROOM_GAIN = 0.14;
const HUSH_S = 0.06;

export function drumBus(context: BaseAudioContext): DrumBus {
  const input = context.createGain();
  const tone = context.createBiquadFilter();
  tone.type = 'lowpass';
  tone.frequency.value = Math.min(OPEN_HZ, 0.45 * context.sampleRate);
  const room = convolver(context);
  const impulse = room.buffer;
  const send = context.createGain();
  send.gain.value = ROOM_GAIN;
  const out = context.createGain();
  const limiter = context.createDynamicsCompressor();
  limiter.threshold.value = -6;
  limiter.knee.value = 0;
  limiter.ratio.value = 20;
  limiter.attack.value = 0.001;
  limiter.release.value = 0.12;
  // A compressor makes up for what it takes (Web Audio, § 1.19.4); this takes that back.
  const top = context.createGain();
  top.gain.value = 10 ** ((-0.6 * 6 * 0.95) / 20);
  input.connect(tone).connect(out);
  tone.connect(send).connect(room).connect(out);
  out.connect(limiter).connect(top).connect(context.destination);
  let sounding: Sounding[] = [];
  return {
    input,
    bright: out,
    add: (one) => {
      sounding = sounding.filter(({ endsAtS }) => endsAtS > context.currentTime);
      sounding.push(one);
    },
    setDark: (dark) =>
      void tone.frequency.setTargetAtTime(
        dark ? DARK_HZ : Math.min(OPEN_HZ, 0.45 * context.sampleRate),
        context.currentTime,
        0.03,
      ),
    hush: () => {
      const now = context.currentTime;
      out.gain.cancelScheduledValues(now);
      out.gain.setValueAtTime(1, now);
      out.gain.linearRampToValueAtTime(0, now + HUSH_S);
      for (const { source } of sounding) source.stop(now + HUSH_S);
      sounding = [];
      // The room's tail is cut, too; the next stroke comes into a quiet one.
      room.buffer = null;
      room.buffer = impulse;
      out.gain.setValueAtTime(1, now + HUSH_S + 0.02);
    },
  };
}

interface Struck {
  readonly stroke: Stroke;
  /** Seconds of the context; absent: now. */
  readonly atS: number | undefined;
  readonly to: AudioNode;
}

/** Puts one stroke on the audio clock. */
export function strike(
  context: BaseAudioContext,
  recording: Recording,
  { stroke, atS, to }: Struck,
): Sounding {
  const { instrument, gain, heldS } = stroke;
  const at = Math.max(atS ?? 0, context.currentTime);
  const source = context.createBufferSource();
  source.buffer = recording.buffer;
  source.loop = instrument.loops;
  source.playbackRate.value = recording.rate;
  const envelope = context.createGain();
  source.connect(envelope).connect(to);
  const lengthS = recording.buffer.duration / recording.rate;
  const letGo = at + (heldS ?? lengthS);
  const fadeS = instrument.loops ? 1 : instrument.releaseS;
  const attackS = instrument.loops ? Math.min(1, (heldS ?? 2) / 3) : instrument.attackS;
  envelope.gain.setValueAtTime(0, at);
  envelope.gain.linearRampToValueAtTime(gain, at + attackS);
  envelope.gain.setValueAtTime(gain, Math.max(at + attackS, letGo));
  envelope.gain.setTargetAtTime(0, Math.max(at + attackS, letGo), fadeS / 4);
  source.start(at);
  const endsAtS = letGo + 1.5 * fadeS;
  source.stop(endsAtS);
  source.onended = () => {
    source.disconnect();
    envelope.disconnect();
  };
  return { source, endsAtS };
}
