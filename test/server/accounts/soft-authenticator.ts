import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

/** An authenticator made of arithmetic: WebAuthn level 3, "none" attestation, ES256. */
export interface SoftAuthenticator {
  /** The counter that it says next; it counts up by itself. */
  counter: number;
  /** Whether the person unlocks it. */
  isUnlocked: boolean;
  make(options: Options, origin?: string): object;
  use(options: Options, origin?: string): object;
}

interface Options {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

export const softAuthenticator = (): SoftAuthenticator => {
  const id = randomBytes(32);
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authenticator: SoftAuthenticator = {
    counter: 1,
    isUnlocked: true,
    make: (options, origin = 'http://localhost:80') => {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, 32]), id, coseKey(publicKey)]);
      const data = Buffer.concat([head(options.rp!.id, 0x40), attested]);
      // {"fmt": "none", "attStmt": {}, "authData": bytes}
      const attestation = Buffer.concat([
        ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
        ...[text('authData'), Buffer.from([0x58, data.length]), data],
      ]);
      return credential({
        clientDataJSON: clientData('webauthn.create', options, origin),
        attestationObject: attestation,
      });
    },
    use: (options, origin = 'http://localhost:80') => {
      const clientDataJSON = clientData('webauthn.get', options, origin);
      const authenticatorData = head(options.rpId!, 0);
      const signed = Buffer.concat([authenticatorData, sha256(clientDataJSON)]);
      return credential({ clientDataJSON, authenticatorData, signature: sign('sha256', signed, privateKey) });
    },
  };
  const head = (rpId: string, flags: number): Buffer => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(authenticator.counter);
    authenticator.counter += 1;
    return Buffer.concat([
      sha256(rpId),
      Buffer.from([flags | 0x01 | (authenticator.isUnlocked ? 0x04 : 0)]),
      counter,
    ]);
  };
  const credential = (response: Readonly<Record<string, Buffer>>) => ({
    ...{ id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' },
    response: Object.fromEntries(
      Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')]),
    ),
    clientExtensionResults: {},
  });
  return authenticator;
};

const clientData = (type: string, { challenge }: Options, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

const text = (words: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);

/** {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} */
const coseKey = (key: KeyObject): Buffer => {
  const { x, y } = key.export({ format: 'jwk' });
  const coordinate = (value: string | undefined) => Buffer.from(value!, 'base64url');
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    coordinate(x),
    Buffer.from([0x22, 0x58, 0x20]),
    coordinate(y),
  ]);
};
