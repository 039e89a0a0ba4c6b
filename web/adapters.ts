import { readRecording, replaySensor, requestStrap, SensorError, epochClock } from '../devices/index.ts';
import type { BaselineFigures } from '../engine/index.ts';
import type { HeartSource } from './view-models/app-view-model.ts';
import type { SourcePorts } from './view-models/source-view-model.ts';

const DEMO_BEATS = new URL('../fixtures/recorded-heart.csv', import.meta.url);
const DEMO_ABOUT = new URL('../fixtures/recorded-heart.json', import.meta.url);

/** The sources as the browser has them: its chooser, files, and the demo recording that is shipped with the page. */
export const browserSources: SourcePorts = {
  requestStrap: () =>
    requestStrap(
      { bluetooth: 'bluetooth' in navigator ? navigator.bluetooth : undefined, isSecureContext },
      { clock: epochClock },
    ),
  demo: async () => {
    const [beats, about] = await Promise.all([fetch(DEMO_BEATS), fetch(DEMO_ABOUT)]);
    const { title, baseline } = (await about.json()) as { title: string; baseline?: BaselineFigures };
    return { ...sourceOf(title, await beats.text()), ...(baseline && { baseline }) };
  },
  recording: async (file) => sourceOf(file.name, new Uint8Array(await file.arrayBuffer())),
};

/** @throws SensorError  `bad-recording`, with the line */
function sourceOf(name: string, content: Uint8Array | string): HeartSource {
  const recording = readRecording(name, content);
  if (!recording.ok) throw new SensorError('bad-recording', recording.fault.message);
  return { sensor: replaySensor(recording.value, { clock: epochClock }) };
}

/** Local storage; where the browser forbids it, nothing is kept beyond the page. */
export function browserStorage(): Pick<Storage, 'getItem' | 'setItem'> {
  try {
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined };
  }
}
