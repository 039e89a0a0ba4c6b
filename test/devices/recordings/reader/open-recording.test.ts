import { describe, expect, it } from 'vitest';
import { openRecording } from '../../../../devices/index.ts';
import { bytes, wfdb, WFDB_HEADER } from '../native-files.ts';

describe('openRecording', () => {
  it('takes the one recording among files that came together, and the others for what lies beside it', async () => {
    const annotations = { name: 'own.atr', bytes: wfdb() };
    const read = await openRecording([
      { name: 'notes.md', bytes: bytes('hello') },
      { name: 'own.hea', bytes: WFDB_HEADER },
      annotations,
    ]);
    expect(read).toMatchObject({ ok: true, value: { format: 'wfdb' } });
    expect(await openRecording([annotations])).toMatchObject({
      ok: false,
      fault: { reason: 'unknown-unit' },
    });
  });

  it('gives the most telling fault where none is a recording, with the name of its file', async () => {
    const read = await openRecording([
      { name: 'notes.md', bytes: bytes('hello') },
      { name: 'a.csv', bytes: bytes('t_s,rr_ms\n1,x\n') },
    ]);
    expect(read).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('a.csv: line 2') as string },
    });
  });

  it('says so where there is no file', async () => {
    expect(await openRecording([])).toMatchObject({ ok: false, fault: { reason: 'empty' } });
  });
});
