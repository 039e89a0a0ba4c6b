import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { access } from './access.ts';
import { artefactAccuracy } from './artefact-accuracy.ts';
import { camera } from './camera.ts';
import { chords } from './chords.ts';
import { claims } from './claims.ts';
import { damaging } from './damage.ts';
import { field } from './field.ts';
import { fuzzing } from './fuzz.ts';
import { besieging } from './hostile.ts';
import { onsets } from './onsets.ts';
import { opening } from './open.ts';
import { rPeaks } from './r-peaks.ts';
import { referenceAccuracy } from './reference-accuracy.ts';
import type { Part } from './report.ts';
import { home } from './home.ts';
import { roomFigures } from './rooms.ts';
import { scale } from './scale.ts';
import { ingest } from './ingest.ts';
import { killing } from './kills.ts';
import { resonance } from './resonance.ts';
import { respiration } from './respiration.ts';
import { rhymes } from './rhymes.ts';
import { speed } from './speed.ts';
import { canaries } from './canaries.ts';
import { vaultFigures } from './vault.ts';
import { takes } from './takes.ts';
import { tampering } from './tampering.ts';
import { year } from './year.ts';

/**
 * Everything that docs/signals.md and docs/opening.md say in numbers: `npm run bench`, only some parts with
 * `-- open speed`, and as one document with `-- --json <file>`. Each part is a command of its own as well. Fuzzing,
 * damage, hostile and random requests, kills and tampering take a tenth of what `bench/fuzz.ts` and its siblings do
 * alone.
 */
const PARTS: readonly (readonly [name: string, part: Part, args?: readonly string[]])[] = [
  ['speed', speed],
  ['year', year, ['--days', '30']],
  ['reference', referenceAccuracy],
  ['artefacts', artefactAccuracy],
  ['respiration', respiration],
  ['resonance', resonance],
  ['camera', camera],
  ['r-peaks', rPeaks],
  ['onsets', onsets],
  ['takes', takes],
  ['chords', chords],
  ['damage', damaging, ['--cuts', '10', '--flips', '50']],
  ['rhymes', rhymes],
  ['field', field],
  ['claims', claims],
  ['open', opening],
  ['home', home],
  ['hostile', besieging, ['--requests', '12000', '--limited', '3000']],
  ['access', access, ['--requests', '10000']],
  ['scale', scale, ['--rooms', '8', '--sockets', '2000', '--slow', '100']],
  ['ingest', ingest],
  ['rooms', roomFigures],
  ['kills', killing, ['--kills', '10']],
  ['tampering', tampering, ['--trials', '1000']],
  ['vault', vaultFigures],
  ['canaries', canaries],
  ['fuzz', fuzzing, ['--payloads', '100000', '--runs', '2000']],
];

const { values, positionals } = parseArgs({ options: { json: { type: 'string' } }, allowPositionals: true });
const { json: path } = values;
const unknown = positionals.find((name) => PARTS.every(([part]) => part !== name));
if (unknown !== undefined || (path !== undefined && existsSync(path))) {
  const parts = PARTS.map(([name]) => name).join(', ');
  console.error(
    unknown === undefined ? `${path} is there already; name another file` : `${unknown} is none of ${parts}`,
  );
  process.exit(2);
}

const found: Record<string, unknown> = { node: process.version };
for (const [name, part, args = []] of PARTS) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const { text, data } = await part(args);
  console.log(`\n# ${name}\n\n${text}`);
  found[name] = data;
}
if (path !== undefined) writeFileSync(path, `${JSON.stringify(found, undefined, 1)}\n`);
