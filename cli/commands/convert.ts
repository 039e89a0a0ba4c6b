import { extname } from 'node:path';
import { Command } from 'commander';
import type { ReadRecording, RecordingItem } from '../../devices/index.ts';
import type { RrInterval } from '../../engine/index.ts';
import { BadInput } from '../bad-input.ts';
import { lineOutput } from '../line-output.ts';
import { readingOf, withReading, type ReadingOptions } from '../reading-options.ts';
import { recordingFile } from '../recording-file.ts';
import { rrIntervals } from '../rr-intervals.ts';

interface Writer {
  readonly what: string;
  readonly lines: (recording: ReadRecording, out: string) => Iterable<string>;
}

/** By the extension of the file to write. */
const WRITERS: Readonly<Record<string, Writer>> = {
  '.csv': { what: 't_s,rr_ms: when each interval ended, and its length', lines: csvLines },
  '.txt': {
    what: 'RR intervals in ms, one a line, as Kubios reads them; a blank line is a hole',
    lines: textLines,
  },
  '.jsonl': {
    what: 'packets (0x2A37) with their time of arrival, where the input has packets',
    lines: packetLines,
  },
  '.ndjson': { what: "intervals and packets as lines of Attune's session log", lines: logLines },
};

export const convertCommand = (): Command =>
  withReading(new Command('convert'))
    .summary('write a recording of any format in another')
    .description(
      'Writes a recording of any format that Attune reads; the extension says how:\n' +
        Object.entries(WRITERS)
          .map(([extension, { what }]) => `  ${extension.padEnd(8)} ${what}`)
          .join('\n'),
    )
    .argument(
      '<in>',
      'the recording: FIT, .hrm, Elite HRV, Kubios, WFDB, EDF+, Empatica, … (docs/devices.md)',
    )
    .argument('<out>', 'where to write')
    .action(convert);

async function convert(input: string, out: string, options: ReadingOptions): Promise<void> {
  const writer = WRITERS[extname(out).toLowerCase()];
  if (!writer) throw new BadInput(`${out}: the name must end with ${Object.keys(WRITERS).join(', ')}`);
  const recording = await recordingFile(input, readingOf(options));
  const output = lineOutput(out);
  try {
    let count = 0;
    for (const line of writer.lines(recording, out)) {
      output.line(line);
      count += 1;
    }
    output.commit();
    process.stderr.write(`${out}: ${count} lines\n`);
  } catch (failure) {
    output.discard();
    throw failure;
  }
}

function* csvLines(recording: ReadRecording): Generator<string> {
  const beats = beatsOf(recording);
  const labelled = beats.some(({ label }) => label !== undefined);
  yield labelled ? 't_s,rr_ms,interval_label' : 't_s,rr_ms';
  for (const { atMs, rrMs, label = 'normal' } of beats)
    yield `${rounded(atMs / 1000, 6)},${rounded(rrMs, 4)}${labelled ? `,${label}` : ''}`;
}

function* textLines(recording: ReadRecording): Generator<string> {
  const beats = beatsOf(recording);
  const holes = beats.filter(({ segment }, i) => i > 0 && segment !== beats[i - 1]!.segment).length;
  if (holes > 0)
    process.stderr.write(
      `attune: ${recording.name}: ${holes} holes are a blank line each, since this format has no times\n`,
    );
  for (const [i, { rrMs, segment }] of beats.entries()) {
    // Attune reads it as a gap; programs that read numbers pass over it.
    if (i > 0 && segment !== beats[i - 1]!.segment) yield '';
    yield String(rounded(rrMs, 4));
  }
}

function* packetLines({ items, name }: ReadRecording, out: string): Generator<string> {
  const packets = items.filter(
    (item): item is Extract<RecordingItem, { type: 'packet' }> => item.type === 'packet',
  );
  if (packets.length === 0)
    throw new BadInput(`${out}: ${name} has intervals, not the packets of a strap; write .csv or .ndjson`);
  for (const { atMs, hex } of packets) yield JSON.stringify({ t_s: rounded(atMs / 1000, 6), hex });
}

function* logLines({ items }: ReadRecording): Generator<string> {
  for (const item of items) yield JSON.stringify(item);
}

/** Intervals with the times that the file gives; those of packets as the engine places them. */
function beatsOf(recording: ReadRecording): readonly RrInterval[] {
  return rrIntervals(recording);
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
