import type { Belongings } from '../../kit/belongings.ts';
import type { KeptPulse, PulseDatabase } from './pulse-database.ts';
import { words } from './words.ts';

const HEADER = 'id,at,bpm,sd_bpm';
const PATH = 'pulses.csv';

/** The pulses by camera as a table that any program opens; `at` in ISO 8601, UTC. */
export const pulseBelongings = (database: PulseDatabase): Belongings => ({
  folder: 'pulse',
  title: words.title,
  take: async () => {
    const pulses = await database.pulses.orderBy('atMs').toArray();
    const lines = pulses.map(
      ({ id, atMs, bpm, sdBpm }) => `${id},${new Date(atMs).toISOString()},${bpm},${sdBpm}`,
    );
    return [{ path: PATH, bytes: new TextEncoder().encode(`${[HEADER, ...lines].join('\n')}\n`) }];
  },
  put: async (files) => {
    const pulses = files.flatMap(({ path, bytes }) => pulsesIn(path, new TextDecoder().decode(bytes)));
    await database.pulses.bulkPut(pulses);
  },
  destroy: () => database.delete().then(() => undefined),
});

function pulsesIn(path: string, text: string): readonly KeptPulse[] {
  const [header, ...lines] = text.trim().split(/\r?\n/);
  if (path !== PATH || header !== HEADER) throw new RangeError(`${path} is no table of pulses`);
  return lines.map((line, i) => {
    const [id = '', at = '', bpm, sdBpm] = line.split(',');
    const pulse = { id, atMs: Date.parse(at), bpm: Number(bpm), sdBpm: Number(sdBpm) };
    if (id === '' || ![pulse.atMs, pulse.bpm, pulse.sdBpm].every(Number.isFinite))
      throw new RangeError(`${path}, line ${i + 2}: not a pulse`);
    return pulse;
  });
}
