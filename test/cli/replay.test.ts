import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { protocolOf, type SessionEvent } from '../../engine/index.ts';
import { recordingFile } from '../../cli/recording-file.ts';
import { run, sessionOf } from '../../cli/replay-session.ts';
import { press, rating, started } from '../support/session-inputs.ts';
import { attuneCommand, temporaryFolder } from '../support/command-line.ts';

const DEMO = 'fixtures/recorded-heart.csv';
const folder = temporaryFolder();
const file = (name: string) => join(folder, name);

describe('attune replay', () => {
  it('writes every event as a JSON line, with estimates and decisions in the documented form', () => {
    const out = file('demo.ndjson');
    expect(attuneCommand('replay', DEMO, '--out', out)).toMatchObject({ code: 0, err: '' });
    const events = readFileSync(out, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as SessionEvent);
    const arousal = events.filter((event) => event.type === 'arousal');
    expect(arousal.length).toBeGreaterThan(600);
    for (const event of arousal) {
      if ('withheld' in event) continue;
      expect(event.value).toBeGreaterThanOrEqual(0);
      expect(event.value).toBeLessThanOrEqual(1);
      expect(event.sd).toBeGreaterThan(0);
      expect(event.quality).toBeLessThanOrEqual(1);
    }
    const [decision] = events.filter((event) => event.type === 'decision');
    expect(Object.keys(decision ?? {})).toEqual(
      expect.arrayContaining(['module', 'family', 'level', 'reason', 'eligible', 'probabilities']),
    );
  });

  it('runs a protocol from its own document, and the log carries it whole', () => {
    const [document, out] = [file('short.json'), file('short.ndjson')];
    const rescue = JSON.parse(readFileSync('engine/dosing/protocols/rescue.json', 'utf8')) as object;
    writeFileSync(document, JSON.stringify({ ...rescue, id: 'my-own' }));
    expect(attuneCommand('replay', DEMO, '--protocol', document, '--out', out)).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(out, 'utf8').split('\n')[0]!)).toMatchObject({
      protocol: 'my-own',
      protocolDocument: { id: 'my-own', phases: [{ id: 'meet' }, {}, {}, {}] },
    });
    expect(attuneCommand('replay', out).out).toContain('yes, byte for byte');
    writeFileSync(document, JSON.stringify({ ...rescue, stepS: 'soon' }));
    expect(attuneCommand('replay', DEMO, '--protocol', document)).toMatchObject({
      code: 2,
      err: expect.stringContaining('stepS must be') as string,
    });
  });

  it('gives the same bytes twice, and the same conclusions from its own log', () => {
    const [a, b] = [file('a.ndjson'), file('b.ndjson')];
    attuneCommand('replay', DEMO, '--seed', '5', '--out', a);
    attuneCommand('replay', DEMO, '--seed', '5', '--out', b);
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true);
    const again = attuneCommand('replay', a, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ identical: true });
  });

  it('replays the log of a session without a strap, which has no beats', () => {
    const log: SessionEvent[] = [];
    run([started(), press('stop', 20)], (event) => log.push(event));
    writeFileSync(file('no-strap.ndjson'), log.map((event) => `${JSON.stringify(event)}\n`).join(''));
    const { code, out } = attuneCommand('replay', file('no-strap.ndjson'), '--json');
    expect({ code, ...(JSON.parse(out) as object) }).toMatchObject({ code: 0, identical: true });
  });

  it('says what was told of a craving forecast, where the log has it', () => {
    const log: SessionEvent[] = [];
    const craving = { record: { version: 1, labels: [] }, utcOffsetMin: 0 } as const;
    run([started({ craving }), rating(40, 1), press('stop', 20)], (event) => log.push(event));
    writeFileSync(file('forecast.ndjson'), log.map((event) => `${JSON.stringify(event)}\n`).join(''));
    expect(JSON.parse(attuneCommand('replay', file('forecast.ndjson'), '--json').out)).toMatchObject({
      identical: true,
      cravingForecasts: [{ atS: 1, withheld: 'too-few-labels' }],
    });
    expect(attuneCommand('replay', file('forecast.ndjson')).out).toMatch(/craving, forecast.*too-few-labels/);
  });

  it('says so when a plot cannot be written', () => {
    const { code, err } = attuneCommand('hrv', DEMO, '--plot', file('nowhere/plot.svg'));
    expect(code).toBe(2);
    expect(err).toMatch(/plot\.svg: cannot be written here/);
  });

  it('says so when a log does not replay to what it claims', () => {
    const [honest, forged] = [file('honest.ndjson'), file('forged.ndjson')];
    attuneCommand('replay', DEMO, '--out', honest);
    writeFileSync(forged, readFileSync(honest, 'utf8').replace(/"value":0\.\d+/, '"value":0.9999'));
    expect(JSON.parse(attuneCommand('replay', forged, '--json').out)).toMatchObject({ identical: false });
  });

  it('writes the log to standard output and the summary to standard error with --out -', () => {
    const { out, err } = attuneCommand('replay', DEMO, '--out', '-');
    expect((JSON.parse(out.split('\n')[0]!) as SessionEvent).type).toBe('session-started');
    expect(err).toContain('arousal estimated');
  });

  it('goes by the resting figures in the .json beside a recording, and does without any other .json', () => {
    const given = JSON.parse(attuneCommand('replay', DEMO, '--json').out) as Record<string, unknown>;
    expect(given).toMatchObject({ restingBpm: 66.616 });
    expect(given).not.toHaveProperty('withheld.no-baseline');
    copyFileSync(DEMO, file('alone.csv'));
    for (const about of ['{"baseline": {"heartRateBpm": 60}}', '[1, 2]', 'none']) {
      writeFileSync(file('alone.json'), about);
      const alone = JSON.parse(attuneCommand('replay', file('alone.csv'), '--json').out) as object;
      expect(alone).not.toHaveProperty('restingBpm');
      expect(alone).toHaveProperty('withheld.no-baseline');
    }
    copyFileSync(DEMO, file('beside-a-folder.csv'));
    mkdirSync(file('beside-a-folder.json'));
    expect(attuneCommand('replay', file('beside-a-folder.csv'))).toMatchObject({ code: 0, err: '' });
  });

  it('takes a stretch of the recording for the baseline, and refuses one without beats', () => {
    const given = attuneCommand('replay', DEMO, '--baseline', '600:900', '--json');
    expect(JSON.parse(given.out)).not.toHaveProperty('withheld.no-baseline');
    const empty = attuneCommand('replay', DEMO, '--baseline', '90000:90100');
    expect(empty).toMatchObject({ code: 2, out: '' });
    expect(empty.err).toMatch(/baseline 90000:90100 holds too few beats/);
  });

  it.each([
    ['empty.csv', '', /empty\.csv: there are no beats/],
    ['binary.csv', Buffer.from([0, 1, 2, 255, 254, 0]), /binary\.csv: .*text/],
    ['words.csv', 't_s,rr_ms\n1,800\n2,abc\n', /words\.csv: line 3: .*not a number/],
    ['negative.csv', 't_s,rr_ms\n1,800\n2,-800\n', /negative\.csv: line 3: /],
    ['long.csv', `t_s,rr_ms\n${'1'.repeat(100_000)}\n`, /long\.csv: line 2: /],
  ])('refuses %s with one clear error, exit code 2 and nothing left behind', (name, content, message) => {
    writeFileSync(file(name), content);
    const before = readdirSync(folder).sort();
    const { code, out, err } = attuneCommand('replay', DEMO, file(name), '--out', file('never.ndjson'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  it('refuses ten gigabytes of one line without reading them', () => {
    writeFileSync(file('huge.csv'), 't_s,rr_ms\n1,8');
    truncateSync(file('huge.csv'), 10 * 2 ** 30);
    expect(attuneCommand('hrv', file('huge.csv'))).toMatchObject({ code: 2, out: '' });
  });

  it('explains a missing file, a folder of several recordings and a wrong option', () => {
    expect(attuneCommand('replay', file('none.csv'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('no such file') as string,
    });
    expect(attuneCommand('hrv', folder)).toMatchObject({
      code: 0,
      err: expect.stringContaining('recordings came together') as string,
    });
    expect(attuneCommand('replay', DEMO, '--protocol', 'lullaby').err).toContain(
      'there are craving-session, rescue,',
    );
    expect(attuneCommand('replay', '--help')).toMatchObject({ code: 0 });
  });
});

const REAL = '../shared/data';

function recordingsIn(data: string): string[] {
  const files = existsSync(data) ? readdirSync(data, { recursive: true, encoding: 'utf8' }) : [];
  // The whole day is for the benchmark.
  const wanted = files.filter((path) => /^(rr\/.*\.csv|ble\/.*\.jsonl)$/.test(path) && !path.includes('24h'));
  return wanted.sort().map((path) => join(data, path));
}

describe.skipIf(!existsSync(REAL))('attune replay over real recordings', () => {
  it.each(recordingsIn(REAL).map((path) => [basename(path), path]))(
    'estimates or says why not, in each second of %s',
    async (_, path) => {
      const inputs = sessionOf(await recordingFile(path), {
        protocol: protocolOf('craving-session'),
        seed: 1,
      });
      let steps = 0;
      const unsound: SessionEvent[] = [];
      run(inputs, (event) => {
        if (event.type !== 'arousal') return;
        steps += 1;
        const sound =
          'withheld' in event
            ? event.withheld.length > 0
            : event.value >= 0 && event.value <= 1 && event.sd > 0;
        if (!sound) unsound.push(event);
      });
      expect(unsound).toEqual([]);
      const lengthS = (inputs.at(-1)!.atMs - inputs[0]!.atMs) / 1000;
      expect(steps).toBeGreaterThanOrEqual(Math.min(lengthS, 3600) - 2);
    },
  );
});

if (!existsSync(REAL)) process.stdout.write('skipped: real recordings are not here (../shared/data)\n');
