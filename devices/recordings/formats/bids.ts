import { fault, ok, type Result } from '../../../engine/index.ts';
import { beatLabel, beatMarks, type BeatLabel } from '../values/beat-labels.ts';
import { placeMarked } from '../values/marked-beats.ts';
import { badFile, badLine, noBeats, NOT_TEXT, numberIn, shown, type BadRecording } from '../recording.ts';
import { dialectOf, numberOf } from '../values/cells.ts';
import { textOf } from '../values/text-chunks.ts';
import { inheritedSidecar } from './bids-sidecars.ts';
import { found, type ParsedRecording, type RowParser, type WholeFile } from '../parser.ts';
import { unitOfRr } from '../values/units.ts';
import type { TextFormat, WholeFileFormat } from '../format.ts';

const BEAT = /^(?:r|r[ _-]?peak|qrs|beat|heart[ _-]?beat|cardiac|n|nn)$/i;
const BEAT_COLUMN = /^(?:beats?|r[ _-]?peaks?|qrs|heart[ _-]?beats?|cardiac[ _-](?:beat|peak|trigger)s?)$/i;

/** The columns of an events table, by its header in whatever case; `undefined` where it is none. */
function eventColumns(header: string) {
  const { separator } = dialectOf(header);
  const names = header.split(separator).map((name) => name.trim().replace(/^"|"$/g, '').toLowerCase());
  const [onset, duration] = [names.indexOf('onset'), names.indexOf('duration')];
  const kinds = KINDS.map((name) => names.indexOf(name)).filter((at) => at >= 0);
  const isEvents = onset >= 0 && (duration >= 0 || kinds.length > 0);
  return isEvents ? { names, separator, onset, kinds } : undefined;
}

const KINDS = ['trial_type', 'value', 'event_type', 'event', 'type', 'description'];

/** `_events.tsv`: beats are the rows whose `trial_type` or `value` names a beat; `onset` is their time, s. */
function bidsEventsParser(header: string, line: number): RowParser | BadRecording {
  const { separator, onset, kinds } = eventColumns(header)!;
  if (kinds.length === 0)
    return badFile(
      'unknown-format',
      `line ${line}: these events have no "trial_type" that could say which are beats; add it, or open another file`,
    );
  const rows: { readonly text: string; readonly timeMs: number; readonly line: number }[] = [];
  return {
    get count() {
      return rows.length;
    },
    row(text, at) {
      const cells = text.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, ''));
      const texts = kinds.map((kind) => cells[kind] ?? '');
      const name = texts.find((one) => BEAT.test(one)) ?? texts.find((one) => beatLabel(one) !== undefined);
      if (name === undefined) return undefined;
      const cell = cells[onset] ?? '';
      const timeMs = numberOf(cell, { separator, decimalComma: separator === ';' }) * 1000;
      if (Number.isNaN(timeMs) && !/^(?:n\/a)?$/i.test(cell))
        return badLine('not-a-number', at, `the onset ${shown(cell)} is not a number; correct it`);
      rows.push({ text: name, timeMs, line: at });
      return undefined;
    },
    finish() {
      const marks = beatMarks(
        rows.map((row) => row.text),
        BEAT,
      );
      const all = rows.flatMap((row, i) => (marks[i] ? [{ ...row, ...marks[i] }] : []));
      const timed = all.filter(({ timeMs }) => !Number.isNaN(timeMs));
      const untimed = all.length - timed.length;
      const warnings = untimed === 0 ? [] : [`${untimed} beats without an onset were left out`];
      return eventsRead(timed, { format: 'bids-events', what: 'beats of a BIDS events file', warnings });
    },
  };
}

const isPhysio = (name: string): boolean => /_physio\.tsv(?:\.gz)?$/i.test(name);

/** `_physio.tsv` with its JSON, or what folders above say of it: beats are the non-zero samples of its beat column. */
function parsePhysio(file: WholeFile): Result<ParsedRecording, BadRecording> {
  const sidecarName = file.name.replace(/\.tsv(?:\.gz)?$/i, '.json');
  const sidecar = inheritedSidecar(file.name, file.sibling);
  if (!sidecar) return fault(badFile('unknown-unit', withoutSidecar(sidecarName)));
  const { SamplingFrequency, Columns: columns, StartTime } = sidecar;
  const hz = Number(SamplingFrequency);
  if (!(hz > 0) || !Array.isArray(columns))
    return fault(badFile('damaged', `${sidecarName} names no "SamplingFrequency" and "Columns"; correct it`));
  const names = columns.map((name) => String(name).trim());
  const at = names.findIndex((name) => BEAT_COLUMN.test(name));
  if (at < 0) return fault(badFile('empty', wavesOnly(names)));
  const text = textOf(file.bytes);
  if (text === undefined) return fault(NOT_TEXT);
  const read = samplesAt(text, at);
  if ('code' in read) return fault(read);
  const startS = typeof StartTime === 'number' ? StartTime : 0;
  const timesMs = read.map((sample) => startS * 1000 + (sample * 1000) / hz);
  const beats = timesMs.map((timeMs, i) => ({ text: '', timeMs, line: i + 1, label: undefined }));
  return eventsRead(beats, {
    format: 'bids-physio',
    what: `beats in a BIDS recording of ${hz} Hz`,
    warnings: [],
  });
}

const withoutSidecar = (name: string): string =>
  `${name}, which says what its columns are, is neither beside it nor in a folder above; ` +
  'add it, or open the whole dataset';

const wavesOnly = (names: readonly string[]): string =>
  `its columns (${shown(names.join(', '))}) are waves, and none marks beats: find the beats in the wave with another ` +
  'program and open those as RR intervals, or open an _events.tsv that has them';

/** The samples at which a column rises above 0: where beats are marked. */
function samplesAt(text: string, column: number): readonly number[] | BadRecording {
  const samples: number[] = [];
  let up = false;
  for (const [i, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue;
    const cell = line.split('\t')[column];
    const value = numberIn(cell);
    if (Number.isNaN(value) && !/^n\/a\s*$/.test(cell ?? ''))
      return badLine(
        'not-a-number',
        i + 1,
        `${shown(line)} has no number in column ${column + 1}; correct it`,
      );
    const beat = value > 0;
    if (beat && !up) samples.push(i);
    up = beat;
  }
  return samples;
}

interface Event {
  readonly text: string;
  readonly timeMs: number;
  readonly line: number;
  readonly label: BeatLabel | undefined;
}

function eventsRead(
  events: readonly Event[],
  about: Pick<ParsedRecording, 'format'> & { readonly what: string; readonly warnings: readonly string[] },
): Result<ParsedRecording, BadRecording> {
  const { format, what } = about;
  // Rows of an events table may stand in any order, since each has a time of its own.
  const inOrder = areRuns(events) ? events : events.toSorted((a, b) => a.timeMs - b.timeMs);
  const placed = placeMarked({
    timesMs: inOrder.map(({ timeMs }) => timeMs),
    labels: inOrder.map(({ label }) => label),
    kind: 'number',
    unitMs: 1000,
    lines: inOrder.map(({ line }) => line),
    artefacts: 'note',
  });
  if (!placed || placed.items.length === 0) return fault(noBeats());
  const { items, times, warnings } = placed;
  if (unitOfRr(items.map((item) => (item.type === 'intervals' ? item.rrMs[0]! : 0)))?.ms !== 1)
    return fault(
      badFile('unknown-unit', 'its beats do not follow each other like those of a heart, in seconds'),
    );
  const facts = { what, unit: { name: 's', from: 'format' }, times } as const;
  return ok({ format, items, found: found(facts, { warnings: [...about.warnings, ...warnings] }) });
}

/** Steps back of several runs in one file, each on a clock of its own; more of them are rows in another order. */
const MOST_RUNS = 4;

/** Whether the clock begins anew. Where it does so with another kind of beat, rows are in the order of kinds. */
function areRuns(events: readonly Event[]): boolean {
  const back = events.flatMap(({ timeMs }, i) => (i > 0 && timeMs < events[i - 1]!.timeMs ? [i] : []));
  if (back.length === 0 || back.length >= MOST_RUNS) return false;
  const kinds = [0, ...back].map((from, i) => new Set(events.slice(from, back[i]).map(({ text }) => text)));
  return kinds.every((kind, i) => i === 0 || [...kind].some((text) => kinds[i - 1]!.has(text)));
}

export const BIDS_EVENTS: TextFormat = {
  id: 'bids-events',
  kind: 'text',
  // A table of Attune's own may begin with the same columns.
  tells: (header) => eventColumns(header)?.names.some((name) => /^rr_?m?s?$/.test(name)) === false,
  hasHeader: true,
  open: bidsEventsParser,
  layouts: [
    {
      name: 'BIDS `_events.tsv`',
      format: 'bids-events',
      recognisedBy: 'columns `onset` and `duration`, in any order and case',
      gives: 'rows whose `trial_type` or `value` is a beat, with its label',
      unit: 's, by the format',
      times: 'as written',
      tested: 'virtual',
    },
  ],
};

export const BIDS_PHYSIO: WholeFileFormat = {
  id: 'bids-physio',
  kind: 'whole-file',
  tells: isPhysio,
  recognisedByHead: true,
  parse: parsePhysio,
  layouts: [
    {
      name: 'BIDS `_physio.tsv(.gz)` + JSON',
      format: 'bids-physio',
      recognisedBy: 'the name',
      gives: 'samples above 0 in a column of beats; JSON of folders above counts; a wave is refused',
      unit: 'samples; `SamplingFrequency`',
      times: 'as written',
      tested: 'virtual',
    },
  ],
};
