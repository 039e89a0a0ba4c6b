import { existsSync, readFileSync } from 'node:fs';
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

export interface WebAppOptions {
  /** Folder of the build; it may come into being later. Absent: there is none. */
  readonly webRoot?: string;
  /** Path under which a proxy offers it; absent: none. */
  readonly basePath?: string;
}

/**
 * Serves the built web app. An address without a file is a screen of the app, so a navigation to it gets
 * `index.html`; anything else gets 404. Without a build, navigations get a page that says how to make one.
 */
export const serveWebApp = (app: FastifyInstance, { webRoot, basePath }: WebAppOptions): void => {
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
    const { pathname } = new URL(request.url, 'http://host');
    if (pathname === basePath) return reply.redirect(`${basePath}/`, 308);
    if (webRoot !== undefined && existsSync(join(webRoot, 'index.html'))) {
      const depth = pathname.split('/').length - 2;
      if (depth === 0) return reply.sendFile('index.html');
      return reply
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-cache')
        .send(pageFrom(readFileSync(join(webRoot, 'index.html'), 'utf8'), depth));
    }
    return reply
      .code(503)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(NOT_BUILT);
  });
};

/** The page with its addresses found so many folders up: it names its files from where it lies. */
const pageFrom = (html: string, depth: number): string =>
  html.replace('<head>', `<head><base href="${'../'.repeat(depth)}" />`);
