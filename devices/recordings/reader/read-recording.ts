import type { Result } from '../../../engine/index.ts';
import { createRecordingReader } from './recording-reader.ts';
import type { BadRecording, ReadRecording } from '../recording.ts';
import type { ReadOptions } from '../parser.ts';

/** Reads a recording from a whole file. */
export function readRecording(
  name: string,
  content: Uint8Array | string,
  options: ReadOptions = {},
): Result<ReadRecording, BadRecording> {
  const reader = createRecordingReader(name, options);
  reader.push(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return reader.end();
}
