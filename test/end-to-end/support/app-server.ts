import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import SqliteDatabase from 'better-sqlite3';
import { storedTexts } from '../../support/stored-texts.ts';

const program = join(import.meta.dirname, '../../../bin/attune.js');

/** The built Attune as a process of its own, on a free port and a temporary data folder. */
export class AppServer {
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;
  #url = '';

  private constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#env = env;
  }

  /** @param env  settings beside those of the machine */
  static async start(env: NodeJS.ProcessEnv = {}): Promise<AppServer> {
    const server = new AppServer(await mkdtemp(join(tmpdir(), 'attune-e2e-')), env);
    await server.#run(0);
    return server;
  }

  get url(): string {
    return this.#url;
  }

  /** Where it keeps its data. */
  get folder(): string {
    return this.#folder;
  }

  /** As a power cut would: no farewell. Resolves when the process is gone. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (!running) return;
    const exited = once(running, 'exit');
    running.kill('SIGKILL');
    await exited;
  }

  /** After `kill`: the same data at the same address. */
  async restart(): Promise<void> {
    await this.#run(Number(new URL(this.#url).port));
  }

  /** Its data is gone, and it begins anew with none at the same address. */
  async loseAll(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
    await this.restart();
  }

  /** Kills it and deletes its data. */
  async dispose(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** The events in its database file, in the order of their sessions and numbers. Each is the stored text. */
  storedEvents(): readonly string[] {
    const database = new SqliteDatabase(join(this.#folder, 'sessions.sqlite'), { readonly: true });
    try {
      const ids = database.prepare<[], string>('select id from session order by started_at_ms').pluck().all();
      return ids.flatMap((id) => storedTexts(database, id));
    } finally {
      database.close();
    }
  }

  async #run(port: number): Promise<void> {
    const child = spawn(
      process.execPath,
      [program, 'serve', '--port', String(port), '--data', this.#folder],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...this.#env } },
    );
    const killAtExit = (): void => void child.kill('SIGKILL');
    child.once('exit', () => process.off('exit', killAtExit));
    this.#process = child;
    process.once('exit', killAtExit);
    this.#url = await addressIn(child);
  }
}

/** The first address that the program prints. @throws where it ends without one */
async function addressIn(child: ChildProcess): Promise<string> {
  for await (const line of createInterface(child.stdout!)) {
    const url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url) return url.replace(/\/$/, '');
  }
  throw new Error('Attune ended before it listened');
}
