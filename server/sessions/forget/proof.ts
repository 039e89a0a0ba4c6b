import { hash } from 'node:crypto';
import { Check } from 'typebox/value';
import { Forgotten } from '../../contract/index.ts';
import { isSignedBy, type SealKey } from '../seal/seal-key.ts';

/** By what a client is known in a proof: only to who knows the account's id, which is random. */
export const clientHashOf = (client: string): string =>
  hash('sha256', `attune client\n${client}`, 'base64url');

type Unsigned = Omit<Forgotten, 'attune' | 'format' | 'publicKey' | 'signature'>;

export const signedProof = (it: Unsigned, key: SealKey): Forgotten => {
  const { publicKey } = key;
  return { attune: 'forgotten', format: 1, ...it, publicKey, signature: key.sign(signedText(it)) };
};

/** The same text, whatever order the fields of the document are in. */
const signedText = ({ atMs, clientHash, keyIds, sessions, tracks, lastBackupAtMs }: Unsigned): string =>
  JSON.stringify([
    'attune forgotten 1',
    atMs,
    clientHash,
    keyIds,
    sessions.map((one) => [one.sessionHash, one.deletedAtMs, one.eventCount, one.head]),
    tracks,
    lastBackupAtMs ?? null,
  ]);

export const isProofSigned = (proof: Forgotten): boolean =>
  isSignedBy(proof.publicKey, signedText(proof), proof.signature);

/** The proof in a document, or in a reply that has one. Absent: there is none. */
export const proofRead = (text: string): Forgotten | undefined => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (Check(Forgotten, json)) return json;
  const { proof } = (json ?? {}) as { readonly proof?: unknown };
  return Check(Forgotten, proof) ? proof : undefined;
};
