import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A socket that says where this run's PostgreSQL server is, once it is started. */
    postgresDoor: string;
  }
}

/** One PostgreSQL server for all tests of a run, started when the first of them asks for it. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'attune-door-'));
  const path = join(folder, 'door');
  let server: Promise<PostgresServer> | undefined;
  const door = createServer((asking) => {
    asking.on('error', () => undefined);
    (server ??= startPostgres()).then(
      ({ socketFolder }) => asking.end(JSON.stringify({ socketFolder })),
      (error: unknown) => asking.end(JSON.stringify({ failed: String(error) })),
    );
  });
  await new Promise<void>((resolve) => door.listen(path, resolve));
  provide('postgresDoor', path);
  return async () => {
    await new Promise((resolve) => door.close(resolve));
    rmSync(folder, { recursive: true, force: true });
    await server?.then(
      (it) => it.stop(),
      () => undefined,
    );
  };
}
