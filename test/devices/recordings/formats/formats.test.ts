import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RecordingFormat } from '../../../../devices/recordings/format.ts';
import { formatsTable, refusalsTable } from '../../../../devices/recordings/formats-table.ts';
import { RECORDING_FORMATS } from '../../../../devices/recordings/formats/index.ts';
import { REFUSALS } from '../../../../devices/recordings/formats/refusals.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import { sibling, SAMPLES } from '../native-files.ts';

const DOCS = new URL('../../../../docs/devices.md', import.meta.url);

/** Rows without the spaces that align them. */
const cells = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|-]+$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

/** The first format that takes a file which is not packed, as the reader asks them. */
function formatOf(name: string, content: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(content);
  const [line = ''] = text.split('\n');
  const isText = !content.subarray(0, 256).includes(0);
  const of = (kind: RecordingFormat['kind']) => RECORDING_FORMATS.filter((format) => format.kind === kind);
  return [...of('whole-file'), ...of('document'), ...of('text')].find((format) => {
    if (format.kind === 'whole-file')
      return (format.recognisedByHead || !isText) && format.tells(name, content);
    return isText && format.tells(format.kind === 'text' ? line : text.slice(0, 256));
  })?.id;
}

describe('RECORDING_FORMATS', () => {
  it('is what docs/devices.md says is read; `npx tsx scripts/print-formats.ts --write` writes it anew', () => {
    const [, table = ''] = /^(\| format .*\n(?:\|.*\n)+)/m.exec(readFileSync(DOCS, 'utf8')) ?? [];
    expect(cells(table)).toEqual(cells(formatsTable(RECORDING_FORMATS)));
  });

  it('has beside it the table of what is refused by name, written by the same command', () => {
    const [, table = ''] = /^(\| refused .*\n(?:\|.*\n)+)/m.exec(readFileSync(DOCS, 'utf8')) ?? [];
    expect(cells(table)).toEqual(cells(refusalsTable(REFUSALS)));
  });

  it('has each format once', () => {
    const ids = RECORDING_FORMATS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a sample of each that the tests of damage and the fuzzing bend', () => {
    const read = new Set(SAMPLES.map(([name, , content]) => formatOf(name, content)));
    expect(RECORDING_FORMATS.map(({ id }) => id).filter((id) => !read.has(id))).toEqual([]);
    const formats = new Set(SAMPLES.map(([, format]) => format));
    const described = RECORDING_FORMATS.flatMap(({ layouts }) => layouts.map(({ format }) => format));
    expect(described.filter((format) => !formats.has(format))).toEqual([]);
  });

  it('reads each sample as what it is', () => {
    for (const [name, format, content] of SAMPLES)
      expect(readRecording(name, content, { sibling }), name).toMatchObject({ ok: true, value: { format } });
  });

  it('describes whatever a recording says that it is', () => {
    const described = new Set(RECORDING_FORMATS.flatMap(({ layouts }) => layouts.map((one) => one.format)));
    for (const [name, , content] of SAMPLES) {
      const read = readRecording(name, content, { sibling });
      expect(read.ok && described.has(read.value.format), name).toBe(true);
    }
  });

  it('ends with a format that takes, and may refuse, whatever is left', () => {
    const last = RECORDING_FORMATS.at(-1)!;
    expect(last.kind === 'text' && last.tells('anything at all')).toBe(true);
  });
});
