import { fault, ok, type Result } from '../../../engine/index.ts';
import { beatsInEcg, isEcg } from '../values/ecg-beats.ts';
import { badFile, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type ReadOptions } from '../parser.ts';
import { samplingRateOf } from './wfdb-header.ts';

interface Line {
  readonly file: string;
  readonly format: string;
  readonly label: string;
}

/** The samples of one signal file, interleaved by signal. Source: WFDB Applications Guide, signal(5). */
const DECODERS: Readonly<Record<string, (bytes: Uint8Array) => Int16Array>> = {
  '16': (bytes) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Int16Array.from({ length: bytes.length >> 1 }, (_, i) => view.getInt16(2 * i, true));
  },
  // Two samples of 12 bits in three bytes: the middle one has the upper four bits of the first below those of the
  // second.
  '212': (bytes) =>
    Int16Array.from({ length: 2 * Math.floor(bytes.length / 3) }, (_, i) => {
      const at = 3 * (i >> 1);
      const middle = bytes[at + 1]!;
      const raw = i % 2 === 0 ? bytes[at]! | ((middle & 15) << 8) : bytes[at + 2]! | ((middle >> 4) << 8);
      return (raw << 20) >> 20;
    }),
};

/** Beats in the ECG that this header describes; `undefined` if the signal file was not given with it. */
export function parseWfdbSignals(
  header: string,
  options: ReadOptions,
): Result<ParsedRecording, BadRecording> | undefined {
  const rateHz = samplingRateOf(header) ?? Number.NaN;
  const lines = signalLines(header);
  const chosen = Math.max(
    0,
    lines.findIndex(({ label }) => isEcg(label)),
  );
  const line = lines[chosen];
  const bytes = line && options.sibling?.(line.file);
  if (!line || !bytes) return undefined;
  const decode = DECODERS[line.format];
  if (!decode)
    return fault(
      badFile('unknown-format', `signals in WFDB format ${line.format} are not read; 16 and 212 are`),
    );
  const together = lines.filter(({ file }) => file === line.file);
  const all = decode(bytes);
  const samples = all.filter((_, i) => i % together.length === together.indexOf(line));
  const beats = beatsInEcg({ label: line.label, rateHz, samples });
  if (!beats.ok) return beats;
  const expected = Number(/^\S+\s+\d+\s+\S+\s+(\d+)/.exec(recordLine(header))?.[1] ?? 0);
  const partial =
    samples.length < expected ? `${samples.length} of ${expected} samples are there` : undefined;
  const facts = {
    what: 'a WFDB record with an ECG',
    unit: { name: `1/${rateHz} s`, from: 'header' },
    times: beats.value.times,
  } as const;
  const more = { partial, warnings: beats.value.warnings };
  return ok({ format: 'wfdb', items: beats.value.items, found: found(facts, more) });
}

const contentOf = (header: string): readonly string[] =>
  header.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
const recordLine = (header: string): string => contentOf(header)[0] ?? '';

/** "file format gain bits zero first checksum block description". Source: WFDB Applications Guide, header(5). */
const signalLines = (header: string): readonly Line[] =>
  contentOf(header)
    .slice(1)
    .map((line) => {
      const [file = '', format = '', , , , , , , ...label] = line.split(/\s+/);
      return { file, format, label: label.join(' ') };
    });
