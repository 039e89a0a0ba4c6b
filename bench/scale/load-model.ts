/** What the bench measures of one service process. */
export interface Coefficients {
  /** Processor time of one batch of five seconds, with all that an HTTP request costs, ms. */
  readonly cpuMsABatch: number;
  readonly bytesAnEventOnDisk: number;
  readonly eventsASecond: number;
  readonly bytesAConnection: number;
  /** Memory of the process before anybody has come. */
  readonly bytesAtRest: number;
}

/** What is taken for granted; change it for a clinic of your own. */
export const ASSUMED = {
  sessionsAPersonADay: 1,
  sessionMinutes: 15,
  batchSeconds: 5,
  /** Share of a day's sessions that begin in its busiest hour. */
  busiestHour: 0.2,
  /** Of one core that a process may have on average in that hour, so that batches need not queue. */
  processorShare: 0.7,
  memoryBytes: 2e9,
  openFiles: 20_000,
  diskBytes: 1e12,
  diskYears: 1,
} as const;

/** How much of each limit so many people a day take, as a share: above 1 it does not hold. */
export interface Load {
  readonly people: number;
  readonly sessionsAtOnce: number;
  readonly requestsASecond: number;
  readonly processor: number;
  readonly memory: number;
  readonly connections: number;
  /** Of the disk, after `diskYears`. */
  readonly disk: number;
  readonly first: 'processor' | 'memory' | 'connections' | 'disk';
}

export const loadOf = (people: number, it: Coefficients, assumed: typeof ASSUMED = ASSUMED): Load => {
  const sessions = people * assumed.sessionsAPersonADay;
  const sessionsAtOnce = (sessions * assumed.busiestHour * assumed.sessionMinutes) / 60;
  const requestsASecond = sessionsAtOnce / assumed.batchSeconds;
  const bytesASession = assumed.sessionMinutes * 60 * it.eventsASecond * it.bytesAnEventOnDisk;
  const shares = {
    processor: (requestsASecond * it.cpuMsABatch) / 1000 / assumed.processorShare,
    memory: (it.bytesAtRest + sessionsAtOnce * it.bytesAConnection) / assumed.memoryBytes,
    connections: sessionsAtOnce / assumed.openFiles,
    disk: (sessions * 365 * assumed.diskYears * bytesASession) / assumed.diskBytes,
  };
  const names = Object.keys(shares) as (keyof typeof shares)[];
  const first = names.reduce((most, name) => (shares[name] > shares[most] ? name : most));
  return { people, sessionsAtOnce, requestsASecond, ...shares, first };
};
