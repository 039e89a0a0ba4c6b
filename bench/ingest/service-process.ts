import { serve } from '../../server/index.ts';

/** The service, without a limit of requests a minute: all rooms of a bench come from one address. */
const [dataDir, databaseUrl = ''] = process.argv.slice(2);
const { url, close } = await serve({
  dataDir: dataDir!,
  ...(databaseUrl !== '' && { databaseUrl }),
  port: 0,
  signals: false,
  limits: { requestsPerMinute: 1e9, requestsPerMinuteOfAccount: 1e9, eventLoopDelayMs: 0 },
});
process.send!({ url });
process.on('message', (asked) => {
  if (asked === 'usage') process.send!({ cpu: process.cpuUsage() });
  else void close().then(() => process.exit(0));
});
