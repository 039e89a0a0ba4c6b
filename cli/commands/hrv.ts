import { Command } from 'commander';
import { from } from 'rxjs';
import { recordingEvents } from '../../devices/index.ts';
import {
  engineConfig,
  measured,
  segmentHrv,
  type ClassifiedBeat,
  type SegmentHrv,
} from '../../engine/index.ts';
import { seconds } from '../arguments.ts';
import { BadInput } from '../bad-input.ts';
import { recordingFile } from '../recording-file.ts';
import { clock, figure, table } from '../table.ts';

interface Options {
  readonly start?: number;
  readonly duration?: number;
  readonly json?: true;
}

export const hrvCommand = (): Command =>
  new Command('hrv')
    .summary('heart rate variability of a recording')
    .description(
      'Heart rate variability of a recording, or of a stretch of it. Artefacts are left out, not bridged.',
    )
    .argument('<recording>', 'CSV (t_s,rr_ms), RR text, packet lines or a session log')
    .option('--start <s>', "where to begin, in seconds of the recording's time", seconds)
    .option('--duration <s>', 'how long a stretch to take', seconds)
    .option('--json', 'print JSON')
    .action(hrv);

async function hrv(path: string, options: Options): Promise<void> {
  const recording = await recordingFile(path);
  const config = engineConfig();
  const fromMs = (options.start ?? -Infinity) * 1000;
  const toMs =
    options.duration === undefined ? Infinity : (options.start ?? 0) * 1000 + options.duration * 1000;
  const beats: ClassifiedBeat[] = [];
  from(recordingEvents(recording))
    .pipe(measured(config))
    .subscribe((signal) => {
      const inside = signal.atMs > fromMs && signal.atMs <= toMs;
      if (signal.type === 'classified-beat' && inside) beats.push(signal);
    });
  const figures = segmentHrv(beats, config);
  if (figures === undefined)
    throw new BadInput(`${path}: there are no beats in this stretch; choose another --start or --duration`);
  process.stdout.write(
    `${options.json ? JSON.stringify({ recording: recording.name, ...figures }, undefined, 2) : text(recording.name, figures)}\n`,
  );
}

const text = (name: string, hrv: SegmentHrv): string =>
  table([
    ['recording', name],
    ['duration', clock(hrv.durationS * 1000)],
    ['beats', String(hrv.beats)],
    ['covered by accepted beats', `${(hrv.coverage * 100).toFixed(1)} %`],
    ['taken for artefacts', `${(hrv.corrected * 100).toFixed(1)} %`],
    ['mean heart rate', figure(hrv.meanHrBpm, 'bpm')],
    ['mean NN', figure(hrv.meanNnMs, 'ms')],
    ['SDNN', figure(hrv.sdnnMs, 'ms')],
    ['RMSSD', figure(hrv.rmssdMs, 'ms')],
    ['LF power, 0.04–0.15 Hz', figure(hrv.lfMs2, 'ms²')],
    ['HF power, 0.15–0.40 Hz', figure(hrv.hfMs2, 'ms²')],
  ]);
