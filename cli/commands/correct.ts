import { Command } from 'commander';
import { correctedSeries } from '../../engine/hrv/index.ts';
import { lineOutput } from '../line-output.ts';
import { readingOf, withReading, type ReadingOptions } from '../reading-options.ts';
import { recordingFile } from '../recording-file.ts';
import { rrIntervals } from '../rr-intervals.ts';
import { table } from '../table.ts';

export const correctCommand = (): Command =>
  withReading(new Command('correct'))
    .summary('tell heart beats from artefacts')
    .description(
      'Writes t_s,rr_ms,nn_ms,class: each interval as it came, its class, and the corrected interval that ends ' +
        'in it.\n' +
        'nn_ms holds several values, separated by spaces, where beats were missed, and none where one was too many.',
    )
    .argument('<recording>', 'CSV (t_s,rr_ms), RR text, packet lines or a session log')
    .requiredOption('--out <file.csv>', 'where to write; - for standard output')
    .action(correctFile);

interface Options extends ReadingOptions {
  readonly out: string;
}

async function correctFile(path: string, { out, ...reading }: Options): Promise<void> {
  const intervals = rrIntervals(await recordingFile(path, readingOf(reading)));
  const { classes, series, verdict } = correctedSeries(intervals, 'attune');
  const output = lineOutput(out);
  try {
    output.line('t_s,rr_ms,nn_ms,class');
    let next = 0;
    intervals.forEach(({ atMs, rrMs }, i) => {
      const nn: string[] = [];
      while (next < series.atMs.length && series.atMs[next]! <= atMs + 0.5)
        nn.push(fixed(series.nnMs[next++]!));
      output.line(`${(atMs / 1000).toFixed(4)},${fixed(rrMs)},${nn.join(' ')},${classes[i]}`);
    });
    output.commit();
  } catch (failure) {
    output.discard();
    throw failure;
  }
  const counts = new Map<string, number>();
  for (const one of classes) counts.set(one, (counts.get(one) ?? 0) + 1);
  const rows = [...counts].map(([name, count]): [string, string] => [name, String(count)]);
  const trusted = typeof verdict === 'string' ? verdict : `not to be trusted: ${verdict.withheld}`;
  process.stderr.write(`${table([...rows, ['verdict', trusted]])}\n`);
}

const fixed = (ms: number): string => String(Math.round(ms * 1000) / 1000);
