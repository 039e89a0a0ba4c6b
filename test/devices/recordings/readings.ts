import type { BadRecording, ReadRecording } from '../../../devices/index.ts';
import { readRecording } from '../../../devices/recordings/reader/read-recording.ts';

/** @throws Error  with the fault's message, where it is refused */
export function read(name: string, content: Uint8Array | string): ReadRecording {
  const result = readRecording(name, content);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}

/** @throws Error  where it is read */
export function refused(name: string, content: Uint8Array | string): BadRecording {
  const result = readRecording(name, content);
  if (result.ok) throw new Error(`read as ${result.value.format}`);
  return result.fault;
}

export const rrOf = ({ items }: ReadRecording): readonly number[] =>
  items.flatMap((item) => (item.type === 'intervals' ? item.rrMs : []));

export const endsOf = ({ items }: ReadRecording): readonly number[] => items.map(({ atMs }) => atMs);
