import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Failure } from './failures.ts';
import { isOfApi } from './request-guard.ts';

/** Names that carry a hash of the content, as the build writes them: `assets/index-B3xK9_aZ.js`. */
const HASHED = /[\\/]assets[\\/].+-[\w-]{8}\.\w+$/;

const NOT_BUILT = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Attune</title>
  <h1>The app is not built yet</h1>
  <p>Run <code>npm run build</code> in the project folder, then reload this page.</p>
</html>
`;

/**
 * Serves the built web app. An address without a file is a screen of the app, so a navigation to it gets
 * `index.html`; anything else gets 404. Without a build, navigations get a page that says how to make one.
 *
 * @param webRoot  folder of the build; it may come into being later
 */
export const serveWebApp = (app: FastifyInstance, webRoot: string | undefined): void => {
  if (webRoot !== undefined) {
    void app.register(fastifyStatic, {
      root: webRoot,
      suppressWarning: true,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (reply, path) => {
        const cache = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
        void reply.header('cache-control', cache);
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const isNavigation = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '');
    if (!isNavigation || isOfApi(request)) {
      throw new Failure(404, 'There is nothing at this address.');
    }
    if (webRoot !== undefined && existsSync(join(webRoot, 'index.html'))) return reply.sendFile('index.html');
    return reply
      .code(503)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(NOT_BUILT);
  });
};
