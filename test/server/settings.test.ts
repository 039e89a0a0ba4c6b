import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PORT, readSettings } from '../../server/index.ts';

const read = (env: Record<string, string>, platform: NodeJS.Platform = 'linux') =>
  readSettings({ env, platform, home: '/home/person' });

describe('readSettings', () => {
  it('listens on this machine alone unless told otherwise', () => {
    expect(read({})).toEqual({
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
    expect(read(env)).toEqual({
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
