import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { json } from 'node:stream/consumers';

export interface AskedService {
  readonly status: number;
  readonly json: unknown;
  /** Its clock as the reply was sent, to the second, ms. */
  readonly atMs: number;
}

const PATIENCE_MS = 10_000;

/**
 * Asks a service on this machine. Its certificate is for another name than that of the loopback, and is not looked at:
 * nothing is sent that anybody could use.
 *
 * @throws Error  (as a rejection) nobody answers, or not in JSON
 */
export const askService = (url: string): Promise<AskedService> =>
  new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? requestTls : requestPlain;
    const asked = request(
      url,
      { timeout: PATIENCE_MS, agent: false, ...(url.startsWith('https:') && { rejectUnauthorized: false }) },
      (reply) => {
        json(reply).then(
          (body) =>
            resolve({
              status: reply.statusCode ?? 0,
              json: body,
              atMs: Date.parse(reply.headers.date ?? '') || Date.now(),
            }),
          reject,
        );
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('it does not answer'))).on('error', reject);
    asked.end();
  });
