import type { RecordingFormat } from './format.ts';

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
