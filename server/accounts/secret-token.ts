import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** 256 random bits, base64url: what a browser or a link proves itself by. Only its digest is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256, hexadecimal. Enough for secrets of full entropy; passwords go through Argon2id. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const newId = (): string => randomUUID();

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A recovery code to be printed: 50 bits, without letters that look like others, "k7mq2-x9ptc". */
export const newRecoveryCode = (): string => {
  // 248 is the largest multiple of 31 in a byte: no letter is likelier than another.
  const letters: string[] = [];
  while (letters.length < 10)
    for (const byte of randomBytes(16)) if (byte < 248) letters.push(ALPHABET[byte % ALPHABET.length]!);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5, 10).join('')}`;
};

/** However it was typed. */
export const foldRecoveryCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '');
