import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import {
  DEFAULT_PORT,
  effectiveSettings,
  readSettings,
  settingsDocument,
  shownSetting,
  type SettingsSources,
} from '../../server/index.ts';
import { SETTING_NAMES, SETTINGS } from '../../server/settings-table.ts';

const read = (env: Record<string, string>, platform: NodeJS.Platform = 'linux') =>
  readSettings({ env, platform, home: '/home/person' });

describe('readSettings', () => {
  it('listens on this machine alone unless told otherwise', () => {
    expect(read({})).toMatchObject({
      mode: 'personal',
      host: '127.0.0.1',
      port: DEFAULT_PORT,
      dataDir: '/home/person/.local/share/attune',
      allowedHosts: [],
    });
  });

  it('takes what the environment says', () => {
    const env = {
      ATTUNE_HOST: '0.0.0.0',
      ATTUNE_PORT: '0',
      ATTUNE_DATA_DIR: '/srv/attune',
      ATTUNE_ALLOWED_HOSTS: ' attune.example, ,10.0.0.7',
    };
    expect(read(env)).toMatchObject({
      host: '0.0.0.0',
      port: 0,
      dataDir: '/srv/attune',
      allowedHosts: ['attune.example', '10.0.0.7'],
    });
  });

  it('takes an empty variable for none', () => {
    const env = { ATTUNE_HOST: '', ATTUNE_PORT: '', ATTUNE_DATA_DIR: '', ATTUNE_ALLOWED_HOSTS: '' };
    expect(read(env)).toEqual(read({}));
  });

  it.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/attune'],
    ['darwin', {}, '/home/person/Library/Application Support/Attune'],
    ['win32', { LOCALAPPDATA: '/local' }, '/local/Attune'],
    ['win32', {}, '/home/person/AppData/Local/Attune'],
  ])('keeps data where %s keeps it', (platform, env, folder) => {
    expect(read(env, platform).dataDir).toBe(folder);
  });

  it.each(['65536', '-1', '80.5', '0x50', 'http', ' 80', '1e3'])('refuses the port "%s"', (port) => {
    expect(() => read({ ATTUNE_PORT: port })).toThrow(RangeError);
    expect(() => read({ ATTUNE_PORT: port })).toThrow(`not "${port}"`);
  });

  it('takes every port that there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 65535 }), (port) => {
        expect(read({ ATTUNE_PORT: String(port) }).port).toBe(port);
      }),
    );
  });
});

const effective = (more: Partial<SettingsSources>) =>
  effectiveSettings({ env: {}, platform: 'linux', home: '/home/person', ...more });
const inFile = (settings: unknown, env: Record<string, string> = {}) =>
  effective({ env, file: { path: 'attune.json', text: JSON.stringify(settings) } });

describe('effectiveSettings', () => {
  it('takes the command line over the environment over the file over the default, and says which', () => {
    const { settings, origins, faults } = effective({
      env: { ATTUNE_PORT: '2', ATTUNE_HOST: 'localhost' },
      file: { path: 'attune.json', text: '{"port":3,"host":"127.0.0.2","drainSeconds":9}' },
      options: { port: '1', dataDir: '' },
    });
    expect(faults).toEqual([]);
    expect(settings).toMatchObject({ port: 1, host: 'localhost', drainSeconds: 9, requestsPerMinute: 6000 });
    expect(origins).toMatchObject({
      port: 'command line',
      host: 'ATTUNE_HOST',
      drainSeconds: 'attune.json',
      requestsPerMinute: 'default',
      dataDir: 'default',
    });
  });

  it('says all that is wrong at once, a line each', () => {
    const { faults } = inFile(
      { mode: 'clinc', port: '4260', allowedHosts: 'a.example', trust_proxy: [], speed: 1 },
      { ATTUNE_REQUESTS_PER_MINUTE: '0' },
    );
    expect(faults).toEqual([
      'attune.json has a setting "trust_proxy" that there is not. Did you mean "trustProxy"?',
      expect.stringMatching(/^attune\.json has a setting "speed" that there is not\. There are: mode, host/),
      '"mode" in attune.json must be one of personal, clinic, not "clinc".',
      '"port" in attune.json must be a whole number in 0…65535, not "4260".',
      expect.stringMatching(/^"allowedHosts" in attune\.json must be a list/),
      'ATTUNE_REQUESTS_PER_MINUTE must be a whole number in 1…1000000000, not "0".',
    ]);
    for (const line of faults) expect(line).not.toContain('\n');
  });

  it.each(['', '{', '[]', 'null', '7', '"clinic"', '{"port":4260'])(
    'says what is wrong with the file %j',
    (text) => {
      const { faults } = effective({ file: { path: 'attune.json', text } });
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatch(/^attune\.json (is not JSON|must be one JSON object)/);
    },
  );

  it('has no way past the names of its table', () => {
    const { settings, faults } = effective({
      file: { path: 'f', text: '{"__proto__":{"port":1},"toString":2}' },
    });
    expect(faults).toHaveLength(2);
    expect(settings.port).toBe(DEFAULT_PORT);
  });

  it('never shows a secret, right or wrong', () => {
    const secrets = {
      ATTUNE_DATABASE_URL: 'postgresql://attune:canary-password@db/attune',
      ATTUNE_METRICS_TOKEN: 'canary-password-of-24-letters',
    };
    const more = { ATTUNE_MODE: 'clinic', ATTUNE_METRICS: 'token' };
    const right = effective({ env: { ...secrets, ...more } });
    expect(right.faults).toEqual([]);
    expect(shownSetting(right.settings, 'databaseUrl')).toBe('set');
    expect(SETTING_NAMES.map((name) => shownSetting(right.settings, name)).join()).not.toContain('canary');
    const wrong = effective({
      env: { ATTUNE_DATABASE_URL: 'canary-password', ATTUNE_METRICS_TOKEN: 'canary' },
    });
    expect(wrong.faults).toHaveLength(2);
    expect(wrong.faults.join()).not.toContain('canary');
    const spoiled = effective({ file: { path: 'f', text: '{"metricsToken":"canary-password' } });
    expect(spoiled.faults.join()).not.toContain('canary');
  });

  const clinic = { mode: 'clinic', allowedHosts: ['a.example'] };
  it.each<[string, object, RegExp]>([
    ['a key without certificate', { tlsKey: 'k' }, /tlsKey is set without tlsCert.*Set ATTUNE_TLS_CERT/],
    ['a certificate without key', { tlsCert: 'c' }, /tlsCert is set without tlsKey.*Set ATTUNE_TLS_KEY/],
    [
      'an open clinic without TLS',
      { ...clinic, host: '0.0.0.0' },
      /would send passwords in the clear.*ATTUNE_TLS_CERT/,
    ],
    ['an open clinic by name', { ...clinic, host: 'a.example' }, /would send passwords in the clear/],
    [
      'a clinic that no browser can reach',
      { mode: 'clinic', trustProxy: ['10.0.0.1'] },
      /No browser could reach.*ATTUNE_ALLOWED_HOSTS/,
    ],
    ['a personal service on PostgreSQL', { databaseUrl: 'postgres://a/b' }, /databaseUrl is for clinic mode/],
    ['metrics by a token that there is not', { metrics: 'token' }, /Set ATTUNE_METRICS_TOKEN/],
    ['a token for nothing', { metricsToken: 'x'.repeat(24) }, /metricsToken has no effect/],
    ['a proxy by name', { trustProxy: ['proxy.example'] }, /addresses or networks.*not "proxy.example"/],
    ['everybody as proxy', { trustProxy: ['0.0.0.0/0'] }, /not "0.0.0.0\/0"/],
    ['hops, which say nothing of who they are', { trustProxy: ['1'] }, /not "1"/],
    ['a host with its scheme', { allowedHosts: ['https://a.example'] }, /names such as attune\.example/],
    ['a base path that is the API', { basePath: '/api/x' }, /the service's own addresses begin so/],
  ])('refuses %s in one line that says what to do', (_what, settings, line) => {
    const { faults } = inFile(settings);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(line);
    expect(faults[0]).not.toContain('\n');
  });

  it.each(['attune', '/attune/', '//a', '/a?b', '/ä', '/'])('refuses the base path %s', (basePath) => {
    expect(inFile({ basePath }).faults).toHaveLength(1);
  });

  it.each([
    { ...clinic, host: '0.0.0.0', tlsCert: 'c', tlsKey: 'k' },
    { ...clinic, host: '0.0.0.0', trustProxy: ['10.0.0.0/8', 'fd00::/8', '::1'], basePath: '/care/attune' },
    { mode: 'clinic' },
    { host: '0.0.0.0' },
  ])('takes %j', (settings) => {
    expect(inFile(settings).faults).toEqual([]);
  });
});

describe('docs/configuration.md', () => {
  const squeezed = (text: string) => text.replace(/ *\| */g, '|').replace(/\|-+/g, '|-');

  it('has the table of the settings as it is: npx tsx scripts/configuration-table.ts writes it', () => {
    expect(squeezed(readFileSync('docs/configuration.md', 'utf8'))).toContain(squeezed(settingsDocument()));
  });

  it('has every setting with a variable of its own, and examples that are right', () => {
    expect(new Set(SETTING_NAMES.map((name) => SETTINGS[name].env)).size).toBe(SETTING_NAMES.length);
    const examples = readFileSync('docs/configuration.md', 'utf8').match(/(?<=```json\n)[^]*?(?=```)/g) ?? [];
    expect(examples.length).toBeGreaterThan(1);
    for (const text of examples) expect(effective({ file: { path: 'f', text } }).faults).toEqual([]);
  });
});
