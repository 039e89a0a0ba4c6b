import type { BadRecording, Recording, RecordingItem } from './recording.ts';

/** Reads the rows of one format. */
export interface RowReader {
  readonly format: Recording['format'];
  /** Grows with each row. */
  readonly items: readonly RecordingItem[];
  row(text: string, line: number): BadRecording | undefined;
  /** What shows only once every row is read. */
  finish(): BadRecording | undefined;
}
