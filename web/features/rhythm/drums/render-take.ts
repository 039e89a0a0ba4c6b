import { fetchRecordings } from '../../../audio/fetch-recordings.ts';
import { RecordingBank } from '../../../audio/recordings.ts';
import { drumBus, strike } from '../sound/drum-bus.ts';
import { wavFile } from '../sound/wav-file.ts';
import { DRUM_INSTRUMENTS, strokeOf, type Hit } from './pads.ts';

const RATE = 44_100;
/** What rings on after the last hit. Seconds. */
const TAIL_S = 3;

/** The WAV file of a take, as it was heard: stereo, 44.1 kHz. Rejects where the recordings cannot be had. */
export async function renderTake(hits: readonly Hit[]): Promise<Uint8Array<ArrayBuffer>> {
  const lengthS = (hits.at(-1)?.atS ?? 0) + TAIL_S;
  const context = new OfflineAudioContext(2, Math.ceil(lengthS * RATE), RATE);
  const bank = new RecordingBank(context, fetchRecordings);
  await bank.load(DRUM_INSTRUMENTS);
  const bus = drumBus(context);
  for (const hit of hits) {
    const stroke = strokeOf(hit);
    const recording = bank.recordingOf(stroke.instrument, stroke.midi);
    if (recording) strike(context, recording, { stroke, atS: hit.atS, to: bus.input });
  }
  const rendered = await context.startRendering();
  return wavFile([rendered.getChannelData(0), rendered.getChannelData(1)], RATE);
}
