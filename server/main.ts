import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { serve } from './serve.ts';
import { readSettings } from './settings.ts';

try {
  const settings = readSettings({ env: process.env, platform: process.platform, home: homedir() });
  const { url } = await serve({
    ...settings,
    webRoot: fileURLToPath(new URL('../dist/web', import.meta.url)),
    // Standard output has only the address, for whoever started the process.
    logger: pino({ base: null }, pino.destination(2)),
  });
  process.stdout.write(`attune listening on ${url}\n`);
} catch (error) {
  process.stderr.write(`attune: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
