import { statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOnce } from '../../../../server/database/reopening.ts';
import { headRead, printedHead } from '../../../../server/sessions/seal/seal-hash.ts';
import { sealing, type Sealing } from '../../../../server/sessions/seal/sealing.ts';
import { lastSeal } from '../../../../server/sessions/seal/write-seal.ts';
import { newSession } from '../../../support/session-store-contract.ts';
import { sealedStore, type SealedStore } from '../sealed-store.ts';

const HOUR_MS = 3_600_000;

let log: SealedStore;
let nowMs: number;
let said: string[];
let seals: Sealing;
beforeEach(async () => {
  log = await sealedStore();
  nowMs = 1000 * HOUR_MS;
  said = [];
  seals = sealing({
    database: openOnce(log.open),
    keyFile: log.keyFile,
    clock: () => nowMs,
    notify: (message) => said.push(message),
  });
  await log.store.create(newSession());
});
afterEach(() => log.close());

const count = async () => (await lastSeal(log.open.db))?.number ?? 0;

describe('sealing', () => {
  it('seals once an hour, and only what has changed', async () => {
    await seals.look();
    expect(await count()).toBe(1);
    await log.append(1, 0, 3);
    nowMs += HOUR_MS - 1;
    await seals.look();
    expect(await count()).toBe(1);
    nowMs += 1;
    await Promise.all([seals.look(), seals.look()]);
    expect(await count()).toBe(2);
    nowMs += HOUR_MS;
    await seals.look();
    expect(await count()).toBe(2);
    expect(await log.faults()).toEqual([]);
  });

  it('seals what is left as it ends, whatever the hour', async () => {
    await seals.look();
    await log.append(1, 0, 3);
    await seals.end();
    expect(await count()).toBe(2);
  });

  it('goes on where the clock was set back', async () => {
    await seals.look();
    await log.append(1, 0, 3);
    nowMs -= 5 * HOUR_MS;
    await seals.look();
    expect(await count()).toBe(2);
    expect(await log.faults()).toEqual([]);
  });

  it('makes a key that only its owner can read', async () => {
    await seals.look();
    expect(statSync(log.keyFile).mode & 0o077).toBe(0);
  });

  it('says once what keeps it from sealing, and seals when that is over', async () => {
    writeFileSync(log.keyFile, 'no key');
    await expect(seals.look()).rejects.toThrow('cannot be read');
    await expect(seals.look()).rejects.toThrow('cannot be read');
    expect(said).toEqual([
      expect.stringMatching(
        /^The hourly seal of the session log could not be written\. The key .*seal-key.*cannot be read/,
      ),
    ]);
    expect(await count()).toBe(0);
  });
});

describe('printedHead', () => {
  it('is read back, with or without the number, however it is spaced', async () => {
    await seals.look();
    const { hash } = (await lastSeal(log.open.db))!;
    const text = printedHead(hash);
    expect(text).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/);
    for (const typed of [
      text,
      `1: ${text.toUpperCase()}`,
      text.replaceAll(' ', '-'),
      text.replaceAll(' ', '\n'),
    ])
      expect(headRead(typed)).toBe(hash);
    expect(headRead(text.slice(1))).toBeUndefined();
  });
});
