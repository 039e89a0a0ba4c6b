import type { ServeOptions } from './serve.ts';
import type { Settings } from './settings-table.ts';

/** What the service is run with, by its settings. */
export const serveOptions = (settings: Settings): ServeOptions => {
  const { tlsCert, tlsKey, databaseUrl, keyFile, basePath, metrics, metricsToken, retentionDays } = settings;
  return {
    mode: settings.mode,
    host: settings.host,
    port: settings.port,
    dataDir: settings.dataDir,
    allowedHosts: settings.allowedHosts,
    limits: { requestsPerMinute: settings.requestsPerMinute },
    maxConnections: settings.maxConnections,
    drainMs: settings.drainSeconds * 1000,
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(keyFile !== undefined && { keyFile }),
    ...(basePath !== undefined && { basePath }),
    ...(retentionDays !== undefined && { retentionDays }),
    ...(settings.trustProxy.length > 0 && { trustProxy: settings.trustProxy }),
    ...(tlsCert !== undefined && tlsKey !== undefined && { tls: { certFile: tlsCert, keyFile: tlsKey } }),
    ...(metrics === 'loopback' && { metrics: { for: metrics } }),
    ...(metrics === 'token' &&
      metricsToken !== undefined && { metrics: { for: metrics, token: metricsToken } }),
  };
};
