import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attuneCommand, temporaryFolder } from '../support/command-line.ts';

const folder = temporaryFolder();

describe('attune owner add', () => {
  it('prints a link that is good once; for an account that is there one to begin anew', () => {
    const { code, out, err } = attuneCommand(
      ...[
        'owner',
        'add',
        'anna@clinic.example',
        '--data',
        join(folder, 'one'),
        '--url',
        'https://attune.example/',
      ],
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^https:\/\/attune\.example\/#\/invitation\/[\w-]{43}\n$/);
    expect(err).toMatch(
      /anna@clinic\.example becomes an owner\. It is good once, until \d{4}-\d\d-\d\d \d\d:\d\d UTC/,
    );
  });

  it.each([
    ['an address that is none', ['anna', '--url', 'attune.example'], /--url must be an address/],
    ['a name of two lines', ['an\nna'], /1 to 100 characters in one line/],
    ['no name', [''], /1 to 100 characters in one line/],
  ])('refuses %s in one line', (_what, args, message) => {
    const { code, out, err } = attuneCommand('owner', 'add', ...args, '--data', join(folder, 'two'));
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
