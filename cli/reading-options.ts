import { InvalidArgumentError, type Command } from 'commander';
import type { ReadOptions } from '../devices/index.ts';

/** What a person may say about a recording that is to be read. */
export interface ReadingOptions {
  readonly rate?: number;
  readonly asIs?: true;
}

/** Adds `--rate` and `--as-is`, with which a file's unit is told and its contradictions are overruled. */
export const withReading = (command: Command): Command =>
  command
    .option('--rate <hz>', 'what beats or intervals are counted in, 1/s, where the file does not say', rate)
    .option('--as-is', 'read a file that contradicts itself all the same, with a warning');

export const readingOf = ({ rate: rateHz, asIs }: ReadingOptions): Pick<ReadOptions, 'rateHz' | 'asIs'> => ({
  ...(rateHz !== undefined && { rateHz }),
  ...(asIs && { asIs }),
});

function rate(text: string): number {
  const hz = Number(text);
  if (hz > 0 && hz <= 1e6) return hz;
  throw new InvalidArgumentError('It must be a number above 0, such as 360.');
}
