import type { ReadRecordings } from './recordings.ts';

/** Where the build has put each file. */
const addresses = (): Record<string, string> =>
  import.meta.glob<string>('./recorded/*.mp3', { query: '?url', import: 'default', eager: true });

/** Fetches an instrument's recordings from where the app came from; offline the service worker has them. */
export const fetchRecordings: ReadRecordings = async ({ id }) => {
  const address = addresses()[`./recorded/${id}.mp3`];
  if (address === undefined) throw new RangeError(`instrument: no recordings of "${id}" in this build`);
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.arrayBuffer();
};
