import { describe, expect, it } from 'vitest';
import { openRecording, type GivenFile } from '../../../../devices/index.ts';
import { PHYSIO_JSON, SAMPLES, wfdb, WFDB_HEADER } from '../native-files.ts';
import { bytes } from '../own-heart.ts';

const given = (path: string, content: Uint8Array | string): GivenFile => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  path,
  content: new Blob([typeof content === 'string' ? content : content.slice()]),
});
const PHYSIO = SAMPLES.find(([name]) => name === 'sub-01_physio.tsv.gz')![2];

describe('openRecording', () => {
  it('takes the one recording among files that came together, and the others for what lies beside it', async () => {
    const annotations = given('own.atr', wfdb());
    const read = await openRecording([
      given('notes.md', 'hello'),
      given('own.hea', WFDB_HEADER),
      annotations,
    ]);
    expect(read).toMatchObject({ ok: true, value: { format: 'wfdb' } });
    expect(await openRecording([annotations])).toMatchObject({
      ok: false,
      fault: { reason: 'unknown-unit' },
    });
  });

  it('finds what a recording inherits from folders above it, and not from those beside', async () => {
    const physio = given('study/sub-01/ses-1/func/sub-01_ses-1_task-rest_physio.tsv.gz', PHYSIO);
    const open = (sidecar: string) => openRecording([given(sidecar, PHYSIO_JSON), physio]);
    expect(await open('study/task-rest_physio.json')).toMatchObject({
      ok: true,
      value: { format: 'bids-physio' },
    });
    expect(await open('study/sub-01/sub-01_physio.json')).toMatchObject({ ok: true });
    for (const other of ['study/sub-02/task-rest_physio.json', 'study/task-nback_physio.json'])
      expect(await open(other), other).toMatchObject({ ok: false, fault: { reason: 'unknown-unit' } });
  });

  it('passes over what systems leave in folders', async () => {
    const read = await openRecording([
      given('a/.DS_Store', Uint8Array.from([0, 1, 2])),
      given('a/rr.txt', '800\n810\n'),
    ]);
    expect(read).toMatchObject({ ok: true, value: { name: 'rr.txt' } });
  });

  it('says which was read where several are recordings, and names the others', async () => {
    const one = (path: string) => given(path, '800\n810\n820\n');
    const warningsOf = async (...files: readonly GivenFile[]) => {
      const read = await openRecording(files);
      return read.ok ? read.value.found.warnings : [read.fault.message];
    };
    expect(await warningsOf(given('x/notes.md', 'hello'), one('x/b.txt'), one('x/c.txt'))).toContain(
      '2 recordings came together: "x/b.txt" was read, "x/c.txt" was not; open each alone',
    );
    const five = ['a', 'b', 'c', 'd', 'e'].map((name) => one(`${name}.txt`));
    expect((await warningsOf(...five))[0]).toBe(
      '5 recordings came together: "a.txt" was read, "b.txt", "c.txt", "d.txt" and 1 more were not; open each alone',
    );
    const record = [given('own.hea', WFDB_HEADER), given('own.atr', wfdb()), given('notes.md', 'hello')];
    expect(await warningsOf(...record)).toEqual([]);
  });

  it('gives the most telling fault where none is a recording, with the path of its file', async () => {
    const read = await openRecording([
      given('notes.md', 'hello'),
      given('x/a.csv', bytes('t_s,rr_ms\n1,x\n')),
    ]);
    expect(read).toMatchObject({
      ok: false,
      fault: { message: expect.stringContaining('x/a.csv: line 2') as string },
    });
  });

  it('says so where there is no file', async () => {
    expect(await openRecording([])).toMatchObject({ ok: false, fault: { reason: 'empty' } });
  });
});
