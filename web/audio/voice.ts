import { connect, type BaseContext, type InputNode } from './tone.ts';
import type { Recording } from './recordings.ts';

/** One note on the audio clock. All times in seconds of the context. */
export interface Sounding {
  readonly at: number;
  readonly attackS: number;
  /** When it is let go, at the earliest once it has swelled. */
  readonly letGoAt: number;
  /** Seconds in which it then falls by about 43 dB. */
  readonly releaseS: number;
  /** Linear gain. */
  readonly gain: number;
  readonly loops: boolean;
  /** Seconds into the recording at which it begins. */
  readonly from: number;
  /** Factor on the recording's speed. Absent: 1. */
  readonly rate?: number | undefined;
  /** Corner of a gentle low-pass, Hz. Absent: none. */
  readonly toneHz?: number | undefined;
}

/** Highest corner of a tone as a share of the sample rate: above, there is nothing to take. */
const HIGHEST = 0.4;
/** The Q in dB at which a low-pass has no bump at its corner. */
const FLAT_DB = -3;

export interface Voice {
  readonly at: number;
  /** Ends it at a time, or keeps it from beginning. Only for what cannot be heard: it does not fade. */
  end(at: number): void;
}

/**
 * Puts one note on the audio clock; from then on no timer has a part in it.
 *
 * @param onEnd called once it is over and its nodes are released
 */
export function sound(
  context: BaseContext,
  recording: Recording,
  { note, to, onEnd }: { note: Sounding; to: InputNode; onEnd: (voice: Voice) => void },
): Voice {
  const source = context.createBufferSource();
  const envelope = context.createGain();
  source.buffer = recording.buffer;
  source.loop = note.loops;
  source.playbackRate.value = recording.rate * (note.rate ?? 1);
  const tone = toneOf(context, note.toneHz);
  if (tone) source.connect(tone).connect(envelope);
  else source.connect(envelope);
  connect(envelope, to);

  const full = note.at + note.attackS;
  const letGo = Math.max(full, note.letGoAt);
  envelope.gain.setValueAtTime(0, note.at);
  envelope.gain.linearRampToValueAtTime(note.gain, full);
  // Said outright, because node-web-audio-api reads the release backwards from `letGo` where it is not.
  envelope.gain.setValueAtTime(note.gain, letGo);
  envelope.gain.setTargetAtTime(0, letGo, note.releaseS / 5);
  source.start(note.at, note.from);
  source.stop(letGo + 1.4 * note.releaseS);

  const voice: Voice = {
    at: note.at,
    end: (at) => source.stop(at),
  };
  source.onended = () => {
    source.disconnect();
    tone?.disconnect();
    envelope.disconnect();
    onEnd(voice);
  };
  return voice;
}

/** A low-pass of its own for a note; absent: it would take nothing. */
function toneOf(context: BaseContext, hz: number | undefined): BiquadFilterNode | undefined {
  if (hz === undefined || hz > HIGHEST * context.sampleRate) return undefined;
  const tone = context.createBiquadFilter();
  tone.frequency.value = hz;
  tone.Q.value = FLAT_DB;
  return tone;
}
