import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serve, type Served } from '../../../server/index.ts';
import { readTls } from '../../../server/http/tls.ts';
import { writeCertificate } from '../../support/certificate.ts';

let folder: string;
const running: Served[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-tls-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((it) => it.close()));
  rmSync(folder, { recursive: true, force: true });
});

interface Secured {
  getPeerCertificate(): { readonly subject: { readonly CN: string } };
}

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The name in the certificate of its connection. */
  readonly certificate: string;
}

const get = (url: string, options: { agent?: Agent; headers?: Record<string, string> } = {}): Promise<Got> =>
  new Promise((resolve, reject) => {
    request(url, { rejectUnauthorized: false, agent: false, ...options }, (reply) => {
      // Before the end: a connection that is kept is handed back then.
      const certificate = (reply.socket as unknown as Secured).getPeerCertificate().subject.CN;
      text(reply).then(
        (body) => resolve({ status: reply.statusCode!, headers: reply.headers, body, certificate }),
        reject,
      );
    })
      .on('error', reject)
      .end();
  });

describe('readTls', () => {
  it('says until when a certificate holds', async () => {
    const { untilMs } = readTls(await writeCertificate(folder));
    expect(Math.abs(untilMs - Date.now() - 60 * 86_400_000)).toBeLessThan(86_400_000);
  });

  it.each<[string, () => Promise<{ certFile: string; keyFile: string }>, RegExp]>([
    [
      'no file',
      () => Promise.resolve({ certFile: join(folder, 'none'), keyFile: join(folder, 'none') }),
      /none cannot be read \(ENOENT\)\. Put it right, or name another \(ATTUNE_TLS_CERT\)/,
    ],
    [
      'an expired one',
      () => writeCertificate(folder, { fromDays: -9, untilDays: -2 }),
      /expired on .*Renew it/,
    ],
    ['one of the future', () => writeCertificate(folder, { fromDays: 2 }), /holds only from .*clock/],
    [
      'a key of another',
      async () => ({
        ...(await writeCertificate(folder)),
        keyFile: (await writeCertificate(folder, { name: 'other' })).keyFile,
      }),
      /other\.key is not that of the certificate/,
    ],
    [
      'a letter',
      async () => {
        const files = await writeCertificate(folder);
        writeFileSync(files.certFile, 'dear');
        return files;
      },
      /is not PEM/,
    ],
    [
      'a key that is none',
      async () => {
        const files = await writeCertificate(folder);
        writeFileSync(files.keyFile, 'dear');
        return files;
      },
      /is not a PEM key without passphrase/,
    ],
  ])('refuses %s and says what to do', async (_what, make, message) => {
    const files = await make();
    expect(() => readTls(files)).toThrow(message);
    const starting = serve({ dataDir: join(folder, 'data'), port: 0, tls: files });
    await expect(starting).rejects.toMatchObject({ name: 'StartError', code: 'no-tls' });
  });
});

describe('serve over TLS', () => {
  const start = async () => {
    const tls = await writeCertificate(folder, { name: 'before' });
    const told: string[] = [];
    const served = await serve({
      dataDir: join(folder, 'data'),
      port: 0,
      tls,
      allowedHosts: ['attune.example'],
      notify: (message) => told.push(message),
    });
    running.push(served);
    return { served, tls, told, api: `${served.url}/api/v1/service` };
  };

  it('answers, and has browsers keep to TLS where it is known by a name of its own', async () => {
    const { api } = await start();
    expect(api).toMatch(/^https:/);
    const named = await get(api, { headers: { host: 'attune.example' } });
    expect(named.status).toBe(200);
    expect(named.headers['strict-transport-security']).toBe('max-age=31536000');
    // Other programs of this machine are found under that name without TLS.
    const local = await get(api, { headers: { host: 'localhost:4260' } });
    expect(local.headers['strict-transport-security']).toBeUndefined();
  });

  it('takes a renewed certificate on SIGHUP, and no connection is lost', async () => {
    const { tls, api, told } = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const first = await get(api, { agent });
    const renewed = await writeCertificate(folder, { name: 'after' });
    copyFileSync(renewed.certFile, tls.certFile);
    copyFileSync(renewed.keyFile, tls.keyFile);
    process.kill(process.pid, 'SIGHUP');
    await expect.poll(async () => (await get(api)).certificate).toBe('after');
    const kept = await get(api, { agent });
    expect([first.certificate, kept.certificate, kept.status]).toEqual(['before', 'before', 200]);
    expect(told).toEqual([]);
    agent.destroy();
  });

  it('goes on with the one of before where the renewed one cannot be served, and says so', async () => {
    const { served, tls, api, told } = await start();
    writeFileSync(tls.certFile, 'half a certifi');
    served.renewTls();
    expect(told).toEqual([expect.stringMatching(/^The certificate of before stays in use\. .*is not PEM/)]);
    expect((await get(api)).certificate).toBe('before');
  });

  it('survives what is no TLS', async () => {
    const { api } = await start();
    await expect(fetch(api.replace('https', 'http'))).rejects.toThrow();
    expect((await get(api)).status).toBe(200);
  });
});
