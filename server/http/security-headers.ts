import type { FastifyInstance } from 'fastify';
import { isOfApi } from './request-guard.ts';
import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * Everything comes from this service and nothing goes elsewhere. Styles may be inline (Mantine writes them),
 * workers and media may be made in the page (Tone's clock, rendered sound), WebAssembly compiled (Argon2id).
 */
export const helmetOptions: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
      scriptSrcAttr: ["'none'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      mediaSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  // Plain http on loopback is intended; a TLS proxy in front sets this header.
  strictTransportSecurity: false,
};

/** What the app uses: a strap, sound, microphone and MIDI for rhythm, the camera as a pulse, a screen that stays on. */
const PERMISSIONS_POLICY =
  'bluetooth=(self), autoplay=(self), screen-wake-lock=(self), microphone=(self), midi=(self), camera=(self), ' +
  'geolocation=(), payment=(), usb=(), serial=(), browsing-topics=()';

/** The headers of a reply that is made before the app's own are at hand. */
export const BARE_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** What helmet does not send: what pages may use, and that replies of the API are kept by nobody. */
export const sendOwnHeaders = (app: FastifyInstance): void => {
  app.addHook('onRequest', (_request, reply, done) => {
    void reply.header('permissions-policy', PERMISSIONS_POLICY);
    done();
  });
  app.addHook('onSend', (request, reply) => {
    if (isOfApi(request)) void reply.header('cache-control', 'no-store');
    return Promise.resolve();
  });
};
