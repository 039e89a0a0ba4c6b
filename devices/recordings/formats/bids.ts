import { fault, ok, type Result } from '../../../engine/index.ts';
import { placeBeats } from '../values/placing.ts';
import { badFile, badLine, noBeats, numberIn, shown, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type RowParser, type WholeFile } from '../parser.ts';
import { unitOfRr } from '../values/units.ts';
import type { TextFormat, WholeFileFormat } from '../format.ts';

const BEAT = /^(?:r|r[ _-]?peak|qrs|beat|heart[ _-]?beat|cardiac|n|nn)$/i;
const BEAT_COLUMN = /^(?:beats?|r[ _-]?peaks?|qrs|heart[ _-]?beats?|cardiac[ _-](?:beat|peak|trigger)s?)$/i;

/** `onset` and `duration` in any place; BIDS has them first, and not every program keeps to that. */
const isEventsHeader = (header: string): boolean => {
  const names = namesIn(header);
  return names.includes('onset') && (names.includes('duration') || names.includes('trial_type'));
};

const namesIn = (header: string): readonly string[] =>
  header
    .trim()
    .toLowerCase()
    .split('\t')
    .map((name) => name.trim());

/** `_events.tsv`: beats are the rows whose `trial_type` or `value` names a beat; `onset` is their time, s. */
function bidsEventsParser(header: string, line: number): RowParser | BadRecording {
  const names = namesIn(header);
  const onset = names.indexOf('onset');
  const kinds = ['trial_type', 'value'].map((name) => names.indexOf(name)).filter((at) => at >= 0);
  if (kinds.length === 0)
    return badLine(
      'unknown-format',
      line,
      'these events have no "trial_type" that could say which are beats',
    );
  const timesMs: number[] = [];
  return {
    get count() {
      return timesMs.length;
    },
    row(text, at) {
      const cells = text.split('\t');
      if (!kinds.some((kind) => BEAT.test(cells[kind]?.trim() ?? ''))) return undefined;
      const ms = numberIn(cells[onset]) * 1000;
      if (Number.isNaN(ms))
        return badLine('not-a-number', at, `the onset ${shown(cells[onset] ?? '')} is not a number`);
      timesMs.push(ms);
      return undefined;
    },
    finish() {
      // Several kinds of events may stand one after the other; those before the recording have negative onsets.
      const rising = timesMs.toSorted((a, b) => a - b);
      const origin = Math.min(0, rising[0] ?? 0);
      return beatsRead(
        rising.map((ms) => ms - origin),
        { format: 'bids-events', what: 'beats of a BIDS events file' },
      );
    },
  };
}

interface Sidecar {
  readonly SamplingFrequency?: unknown;
  readonly StartTime?: unknown;
  readonly Columns?: unknown;
}

const isPhysio = (name: string): boolean => /_physio\.tsv(?:\.gz)?$/i.test(name);

/** `_physio.tsv` with its JSON: beats are the non-zero samples of its beat column. */
function parsePhysio(file: WholeFile): Result<ParsedRecording, BadRecording> {
  const sidecarName = file.name.replace(/\.tsv(?:\.gz)?$/i, '.json');
  const json = file.sibling?.(sidecarName);
  if (!json)
    return fault(
      badFile('unknown-unit', `${sidecarName}, which says what its columns are, is not beside it; add it`),
    );
  const sidecar = parsed(json);
  const hz = sidecar?.SamplingFrequency;
  const columns = sidecar?.Columns;
  if (typeof hz !== 'number' || !(hz > 0) || !Array.isArray(columns))
    return fault(badFile('damaged', `${sidecarName} names no "SamplingFrequency" and "Columns"; correct it`));
  const at = columns.findIndex((name) => typeof name === 'string' && BEAT_COLUMN.test(name));
  if (at < 0)
    return fault(
      noBeats(
        `its columns are ${shown(columns.join(', '))}: signals, not beats; a BIDS _events.tsv may have the beats`,
      ),
    );
  const startS = typeof sidecar?.StartTime === 'number' ? sidecar.StartTime : 0;
  const timesMs: number[] = [];
  const lines = new TextDecoder().decode(file.bytes).split('\n');
  let up = false;
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const value = numberIn(line.split('\t')[at]);
    if (Number.isNaN(value) && !/^n\/a\s*$/.test(line.split('\t')[at] ?? ''))
      return fault(badLine('not-a-number', i + 1, `${shown(line)} has no number in column ${at + 1}`));
    const beat = value > 0;
    if (beat && !up) timesMs.push((startS + i / hz) * 1000);
    up = beat;
  }
  const origin = Math.min(0, timesMs[0] ?? 0);
  return beatsRead(
    timesMs.map((ms) => ms - origin),
    { format: 'bids-physio', what: `beats in a BIDS recording of ${hz} Hz` },
  );
}

function parsed(json: Uint8Array): Sidecar | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(json)) as Sidecar;
  } catch {
    return undefined;
  }
}

function beatsRead(
  timesMs: readonly number[],
  { format, what }: Pick<ParsedRecording, 'format'> & { readonly what: string },
): Result<ParsedRecording, BadRecording> {
  const { items, times, warnings } = placeBeats(timesMs);
  if (items.length === 0) return fault(noBeats());
  if (unitOfRr(items.map((item) => (item.type === 'intervals' ? item.rrMs[0]! : 0)))?.ms !== 1)
    return fault(
      badFile('unknown-unit', 'its beats do not follow each other like those of a heart, in seconds'),
    );
  const facts = { what, unit: { name: 's', from: 'format' }, times } as const;
  return ok({ format, items, found: found(facts, { warnings }) });
}

export const BIDS_EVENTS: TextFormat = {
  id: 'bids-events',
  kind: 'text',
  // A table of Attune's own may begin with the same columns.
  tells: (header) => isEventsHeader(header) && !/(?:^|\t)rr_?ms\b/i.test(header),
  hasHeader: true,
  open: bidsEventsParser,
  layouts: [
    {
      name: 'BIDS `_events.tsv`',
      format: 'bids-events',
      recognisedBy: '`onset duration`',
      gives: 'rows whose `trial_type` or `value` is a beat',
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
      gives: 'samples above 0 in a column of beats; a tachogram or wave is refused',
      unit: 'samples; `SamplingFrequency`',
      times: 'as written',
      tested: 'virtual',
    },
  ],
};
