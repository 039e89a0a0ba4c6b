import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface ServiceAt {
  readonly port: number;
  /** Processor time it has taken so far, ms. */
  processorMs(): Promise<number>;
  close(): Promise<void>;
  /** As a power cut would end it, as far as a process can know. */
  kill(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = 'dist/service-of-bench';

let built: Promise<unknown> | undefined;

/** Bundles it as the command line is bundled: it starts in a fraction of the time of its sources. */
const builtOnce = (): Promise<unknown> =>
  (built ??= build({
    root: ROOT,
    configFile: `${ROOT}vite.node.config.ts`,
    logLevel: 'error',
    build: { ssr: 'bench/ingest/service-process.ts', outDir: OUT, sourcemap: false },
  }));

export interface ServiceAtOptions {
  /** A folder for its CPU profile. */
  readonly profileInto?: string | undefined;
  /** `postgresql://…`; absent: a file in the folder. */
  readonly databaseUrl?: string;
}

/** Starts the service in a process of its own on a data folder. */
export async function serviceAt(
  dataDir: string,
  { profileInto, databaseUrl }: ServiceAtOptions = {},
): Promise<ServiceAt> {
  const profiling = profileInto === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileInto}`];
  await builtOnce();
  const child = fork(`${ROOT}${OUT}/service-process.js`, [dataDir, databaseUrl ?? ''], {
    execArgv: profiling,
  });
  const heard = async <T>(): Promise<T> => ((await once(child, 'message')) as [T])[0];
  const { url } = await heard<{ url: string }>();
  const gone = once(child, 'exit');
  return {
    port: Number(new URL(url).port),
    processorMs: async () => {
      child.send('usage');
      const { cpu } = await heard<{ cpu: NodeJS.CpuUsage }>();
      return (cpu.user + cpu.system) / 1000;
    },
    close: async () => {
      child.send('close');
      await gone;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
