import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const OUT = 'dist/server-under-test';

/** Bundles the process as the command line is bundled: it starts in half the time of its sources. */
export const buildProcess = () =>
  build({
    root: ROOT,
    configFile: `${ROOT}vite.node.config.ts`,
    logLevel: 'error',
    build: { ssr: 'server/main.ts', outDir: OUT, sourcemap: false },
  });

export interface ServerProcess {
  readonly url: string;
  readonly stderr: () => string;
  /** Sends the signal and resolves with exit code and signal once the process is gone. */
  end(signal: NodeJS.Signals): Promise<readonly [number | null, NodeJS.Signals | null]>;
}

/**
 * The real server, once built, in a process of its own, on any free port. Rejects with what it wrote if it does not
 * start.
 */
export const startProcess = async (dataDir: string): Promise<ServerProcess> => {
  const env = { ...process.env, ATTUNE_PORT: '0', ATTUNE_HOST: '', ATTUNE_DATA_DIR: dataDir };
  const child = spawn(process.execPath, [`${OUT}/main.js`], { cwd: ROOT, env });
  let stderr = '';
  child.stderr.on('data', (data) => (stderr += String(data)));
  const exited = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const url = await Promise.race([
    listening(child),
    exited.then(([code]) => {
      throw Object.assign(new Error(stderr), { code });
    }),
  ]);
  return {
    url,
    stderr: () => stderr,
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
};

const listening = (child: ChildProcess) =>
  new Promise<string>((resolve) => {
    let stdout = '';
    child.stdout?.on('data', (data) => {
      stdout += String(data);
      const url = /^attune listening on (\S+)\n/m.exec(stdout)?.[1];
      if (url !== undefined) resolve(url);
    });
  });
