import type { Result } from '../../engine/index.ts';
import { createRecordingReader } from './recording-reader.ts';
import type { BadRecording, Recording } from './recording.ts';

/** A recording out of a whole file. For files of unknown size: `readRecordingStream`. */
export function readRecording(name: string, content: Uint8Array | string): Result<Recording, BadRecording> {
  const reader = createRecordingReader(name);
  reader.push(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return reader.end();
}

/**
 * A recording out of a stream of bytes, such as `fs.createReadStream(path)` or `file.stream()`. At the first fault the
 * stream is left, not read to its end.
 *
 * @throws whatever the stream throws: a file that cannot be opened is no fault of the recording
 */
export async function readRecordingStream(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Result<Recording, BadRecording>> {
  const reader = createRecordingReader(name);
  for await (const chunk of chunks) if (reader.push(chunk)) break;
  return reader.end();
}
