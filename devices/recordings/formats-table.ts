import type { RecordingFormat } from './format.ts';
import type { Refusal } from './formats/refusals.ts';

const HEAD = ['format', 'recognised by', 'what is read', 'unit of the beats', 'times', 'tested'];

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The table of formats in docs/devices.md, as Markdown: one row for each layout. */
export const formatsTable = (formats: readonly RecordingFormat[]): string =>
  [
    row(HEAD),
    row(HEAD.map(() => '---')),
    ...formats
      .flatMap(({ layouts }) => layouts)
      .map(({ name, recognisedBy, gives, unit, times, tested }) =>
        row([name, recognisedBy, gives, unit, times, tested]),
      ),
  ].join('\n');

const REFUSED_HEAD = ['refused', 'recognised by', 'what it has', 'what to open instead'];

/** The table of what is refused by its name in docs/devices.md, as Markdown. */
export const refusalsTable = (refusals: readonly Refusal[]): string =>
  [
    row(REFUSED_HEAD),
    row(REFUSED_HEAD.map(() => '---')),
    ...refusals.map(({ name, recognisedBy, has, instead }) => row([name, recognisedBy, has, instead])),
  ].join('\n');
