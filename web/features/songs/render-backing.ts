import {
  BiquadFilter,
  connect,
  dbToGain,
  Gain,
  OfflineContext,
  Panner,
  setContext,
} from '../../audio/tone.ts';
import { convolver } from '../../audio/convolver.ts';
import { RecordingBank, type ReadRecordings } from '../../audio/recordings.ts';
import { sound } from '../../audio/voice.ts';
import type { Backing } from './backing.ts';
import { stereoOf, type Stereo } from './stereo.ts';

/** Seconds after the last beat in which the room dies away, into whatever comes next. */
export const TAIL_S = 3;
const ROOM_DB = -11;
/** Above this it is the voice's. Hz. */
const BRIGHTNESS_HZ = 3800;
/** The Q in dB at which a low-pass has no bump at its corner. */
const FLAT_DB = -3;
/** What brings it to about −19 LUFS, so that a voice lies over it. */
const TRIM_DB = 11.5;

/**
 * One round of a backing as sound: its beats, and the tail of the room after them.
 *
 * @throws whatever kept the recordings of the instruments from coming
 */
export async function renderBacking(
  { parts, notes, beats }: Backing,
  { tempoBpm, sampleRate }: { readonly tempoBpm: number; readonly sampleRate: number },
  read: ReadRecordings,
): Promise<Stereo> {
  const beatS = 60 / tempoBpm;
  const context = new OfflineContext(2, beats * beatS + TAIL_S, sampleRate);
  setContext(context);
  const bank = new RecordingBank(context, read);
  await bank.load(Object.values(parts).map(({ instrument }) => instrument));
  const out = new Gain({ context, gain: dbToGain(TRIM_DB) });
  const tone = new BiquadFilter({ context, type: 'lowpass', frequency: BRIGHTNESS_HZ, Q: FLAT_DB }).connect(
    out,
  );
  const room = convolver(context);
  connect(room, out);
  const send = new Gain({ context, gain: dbToGain(ROOM_DB) });
  tone.connect(send);
  connect(send, room);
  connect(out, context.rawContext.destination);
  const seats = Object.fromEntries(
    Object.entries(parts).map(([name, { gainDb, pan }]) => [
      name,
      new Panner({ context, pan, channelCount: 1 }).connect(
        new Gain({ context, gain: dbToGain(gainDb) }).connect(tone),
      ),
    ]),
  );
  for (const { part, beat, beats: held, midi, velocity } of notes) {
    const { instrument, swellBeats } = parts[part]!;
    const recording = bank.recordingOf(instrument, midi);
    if (!recording) continue;
    const [attackS, releaseS] = swellBeats?.map((some) => some * beatS) ?? [
      instrument.attackS,
      5 * instrument.releaseS,
    ];
    sound(context, recording, {
      note: {
        ...{ at: beat * beatS, attackS: attackS!, releaseS: releaseS!, letGoAt: (beat + held) * beatS },
        ...{ gain: velocity, loops: instrument.loops, from: instrument.loops ? (midi * 0.37) % 4 : 0 },
      },
      to: seats[part]!,
      onEnd: () => undefined,
    });
  }
  return stereoOf(await context.render(false));
}
