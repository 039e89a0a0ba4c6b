import type { IncomingMessage } from 'node:http';

/**
 * Takes the path under which a proxy offers the service off each address, so that nothing else need know of it. What
 * comes without it was taken off by the proxy already. The bare path is left: it is sent on to the one with a slash,
 * from which the page's own addresses are found.
 *
 * @param basePath  such as `/attune`
 */
export const withoutBasePath =
  (basePath: string) =>
  ({ url = '/' }: Pick<IncomingMessage, 'url'>): string => {
    if (!url.startsWith(basePath)) return url;
    const rest = url.slice(basePath.length);
    return rest.startsWith('/') ? rest : url;
  };
