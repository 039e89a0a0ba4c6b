import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../server/index.ts';
import { serviceLog } from '../../../server/operation/service-log.ts';

describe('serviceLog', () => {
  it('has of an error and its causes what they are, and no rows that a driver put beside it', () => {
    let log = '';
    const sink = new Writable({
      write: (chunk, _encoding, done) => {
        log += String(chunk);
        done();
      },
    });
    const ofDriver = Object.assign(new Error('duplicate key value violates unique constraint'), {
      code: '23505',
      detail: 'Key (email)=(canary@example.org) already exists.',
      parameters: ['canary'],
    });
    const error = new StoreError('failed', 'The session log cannot be used.', { cause: ofDriver });
    serviceLog('info', sink).error({ err: error }, 'request failed');
    expect(JSON.parse(log)).toMatchObject({
      level: 50,
      msg: 'request failed',
      err: {
        type: 'StoreError',
        code: 'failed',
        message: 'The session log cannot be used.',
        cause: { code: '23505', message: 'duplicate key value violates unique constraint' },
      },
    });
    expect(log).not.toContain('canary');
    expect(log.trim().split('\n')).toHaveLength(1);
  });

  it('says nothing below its level', () => {
    const lines: string[] = [];
    const sink = { write: (line: string) => void lines.push(line) };
    serviceLog('warn', sink).info('request');
    serviceLog('silent', sink).error('failed');
    expect(lines).toEqual([]);
  });
});
