import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface ServiceProcess {
  readonly url: string;
  /** The value of a Prometheus metric without labels. @throws Error  (as a rejection) there is none */
  metric(name: string): Promise<number>;
  end(): Promise<void>;
}

/** The built service as a process of its own, which may open many files and tells its metrics. */
export const startService = async (dataDir: string): Promise<ServiceProcess> => {
  const settings = {
    ATTUNE_METRICS: 'loopback',
    ATTUNE_REQUESTS_PER_MINUTE: '1000000000',
    ATTUNE_LOG_LEVEL: 'error',
  };
  const command = 'ulimit -n "$(ulimit -Hn)"; exec "$0" bin/attune.js serve --port 0 --data "$1"';
  const child = spawn('sh', ['-c', command, process.execPath, dataDir], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let url: string | undefined;
  for await (const line of createInterface(child.stdout)) {
    url = /https?:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) break;
  }
  if (url === undefined) throw new Error('the service ended before it listened');
  const found = url;
  return {
    url: found,
    metric: async (name) => {
      const text = await (await fetch(`${found}/metrics`)).text();
      const line = text.split('\n').find((it) => it.startsWith(`${name} `));
      if (line === undefined) throw new Error(`there is no metric ${name}`);
      return Number(line.split(' ')[1]);
    },
    end: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
