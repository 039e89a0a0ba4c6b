import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { inheritedSocket } from './listening.ts';
import { serviceLog } from './operation/service-log.ts';
import { serve } from './serve.ts';
import { serveOptions } from './serve-options.ts';
import { readSettings, SettingsError } from './settings.ts';

try {
  const { env, platform, pid } = process;
  const settings = readSettings({ env: { ATTUNE_LOG_LEVEL: 'info', ...env }, platform, home: homedir() });
  const socket = inheritedSocket(env, pid);
  const { url } = await serve({
    ...serveOptions(settings),
    ...(socket !== undefined && { socket }),
    webRoot: fileURLToPath(new URL('../dist/web', import.meta.url)),
    logger: serviceLog(settings.logLevel),
  });
  process.stdout.write(`attune listening on ${url}\n`);
} catch (error) {
  const lines = error instanceof Error ? error.message : String(error);
  for (const line of lines.split('\n')) process.stderr.write(`attune: ${line}\n`);
  process.exitCode = error instanceof SettingsError ? 2 : 1;
}
