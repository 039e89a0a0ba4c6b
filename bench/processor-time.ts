import { execFileSync, spawnSync } from 'node:child_process';

/** Processor time of several runs: the least, which other work on the machine disturbs least, and the middle one. */
export interface Cost {
  readonly least: number;
  readonly median: number;
}

/** Runs each of `works` in turn, `rounds` times; each gives its own processor time in ms. */
export function inTurn(works: readonly (() => number)[], rounds: number): Cost[] {
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round++) works.forEach((work, i) => times[i]!.push(work()));
  return times.map((of) => {
    const sorted = of.sort((a, b) => a - b);
    return { least: sorted[0]!, median: sorted[sorted.length >> 1]! };
  });
}

/** Processor time of `work`, ms, that of the threads that collect and compile beside it included. */
export function processorMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export interface CommandCost {
  readonly processorMs: number;
  /** The most memory it held at once. */
  readonly mostMiB: number;
}

/** What a process says of itself as it ends, on descriptor 3. */
const TELLS = `data:text/javascript,${encodeURIComponent(`
  import { writeSync } from 'node:fs';
  process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));
`)}`;

/**
 * What `attune` with these arguments costs as a whole, from its start to its end.
 * @throws Error  it did not end well
 */
export function commandCost(args: readonly string[]): CommandCost {
  const { status, output } = spawnSync(process.execPath, ['--import', TELLS, 'bin/attune.js', ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`attune ${args.join(' ')} ended with ${String(status)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(output[3]!) as NodeJS.ResourceUsage;
  return { processorMs: (userCPUTime + systemCPUTime) / 1000, mostMiB: maxRSS / 1024 };
}

/** Bundles the command line, unless what is there is of these sources. */
export function buildCommandLine(): void {
  execFileSync(process.execPath, ['scripts/build.mjs', 'node'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
