import { fault } from '../../../engine/index.ts';
import { beatLabel, type BeatLabel } from '../values/beat-labels.ts';
import { readTimes } from '../values/times.ts';
import { badLine, noBeats, shown } from '../recording.ts';
import type { ReadOptions, RowParser } from '../parser.ts';
import type { TextFormat } from '../format.ts';
import { beatsRead } from './beat-times.ts';

/** Time, sample, type, subtype, channel, number, and perhaps a text. Source: WFDB Applications Guide, rdann(1). */
const ROW = /^\s*(\[[^\]]*\]|[\d:.]+)\s+(\d+)\s+(\S+)\s+-?\d+\s+-?\d+\s+-?\d+(?:\s.*)?$/;
const HEADER = /^\s*Time\s+Sample #\s+Type\b/i;

/** What `rdann` prints of a WFDB annotation file: beats with their labels, and notes between. */
function rdannParser({ rateHz }: ReadOptions): RowParser {
  const times: string[] = [];
  const samples: number[] = [];
  const labels: (BeatLabel | undefined)[] = [];
  const lines: number[] = [];
  return {
    get count() {
      return times.length;
    },
    row(text, line) {
      const [, time, sample, type] = ROW.exec(text) ?? [];
      if (time === undefined || type === undefined)
        return HEADER.test(text)
          ? undefined
          : badLine('bad-line', line, `${shown(text)} is no annotation; remove that line`);
      times.push(time.replace(/^\[|\]$/g, '').replace(/^(\S+) (\S+)$/, '$2 $1'));
      samples.push(Number(sample));
      labels.push(beatLabel(type) ?? 'no-beat');
      lines.push(line);
      return undefined;
    },
    finish() {
      const rows = { what: 'annotations printed by rdann', lines, labels, artefacts: 'note' } as const;
      if (rateHz !== undefined) return beatsRead({ ...rows, times: samples, kind: 'number', rateHz });
      const read = readTimes(times);
      return read ? beatsRead({ ...rows, ...read, times: read.values }) : fault(noBeats());
    },
  };
}

export const RDANN_TEXT: TextFormat = {
  id: 'rdann-text',
  kind: 'text',
  tells: (line) => HEADER.test(line) || (ROW.test(line) && /:/.test(line)),
  hasHeader: false,
  open: (_first, _line, options) => rdannParser(options),
  layouts: [
    {
      name: 'WFDB annotations as text (`rdann`)',
      format: 'beat-times',
      recognisedBy: 'time, sample, type and three numbers',
      gives: 'times of beats with their labels',
      unit: 'clock time, or samples with `--rate`',
      times: 'as written',
      tested: 'virtual',
    },
  ],
};
