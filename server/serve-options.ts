import type { ServeOptions } from './serve.ts';
import { signOnOptions } from './settings-sign-on.ts';
import type { Settings } from './settings-table.ts';

/** What the service is run with, by its settings. */
export const serveOptions = (settings: Settings): ServeOptions => {
  const singleSignOn = signOnOptions(settings);
  const { tlsCert, tlsKey, databaseUrl, keyFile, basePath, metrics, metricsToken, retentionDays } = settings;
  const { backupDir, jobsDir } = settings;
  return {
    mode: settings.mode,
    host: settings.host,
    port: settings.port,
    dataDir: settings.dataDir,
    allowedHosts: settings.allowedHosts,
    limits: {
      requestsPerMinute: settings.requestsPerMinute,
      requestsPerMinuteOfAccount: settings.requestsPerMinuteOfAccount,
    },
    maxConnections: settings.maxConnections,
    drainMs: settings.drainSeconds * 1000,
    ...(settings.secondFactor === 'staff' && { secondFactor: 'staff' as const }),
    ...(singleSignOn && { singleSignOn }),
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(keyFile !== undefined && { keyFile }),
    ...(basePath !== undefined && { basePath }),
    ...(retentionDays !== undefined && { retentionDays }),
    ...(backupDir !== undefined && {
      backups: { dir: backupDir, everyHours: settings.backupEveryHours, kept: settings.backupsKept },
    }),
    ...(jobsDir !== undefined && { jobsDir }),
    ...(settings.trustProxy.length > 0 && { trustProxy: settings.trustProxy }),
    ...(tlsCert !== undefined && tlsKey !== undefined && { tls: { certFile: tlsCert, keyFile: tlsKey } }),
    ...(metrics === 'loopback' && { metrics: { for: metrics } }),
    ...(metrics === 'token' &&
      metricsToken !== undefined && { metrics: { for: metrics, token: metricsToken } }),
  };
};
