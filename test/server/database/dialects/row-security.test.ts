import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPostgres } from '../../../../server/database/dialects/postgres.ts';
import { refuseRoleAboveRowSecurity } from '../../../../server/database/dialects/postgres/row-security.ts';
import type { OpenDatabase, Schema } from '../../../../server/database/open-database.ts';
import { administer, newPostgresDatabase } from '../../../support/postgres-database.ts';

const EMPTY: Schema = { called: 'box', reserveBytes: 0, migrations: {} };

describe('refuseRoleAboveRowSecurity', () => {
  let url: string;
  let opened: OpenDatabase<unknown>;
  const openAs = async (role: string) => {
    const address = new URL(url);
    address.username = role;
    opened = await openPostgres(address.href, EMPTY);
    return opened.db;
  };
  beforeEach(async () => {
    url = await newPostgresDatabase();
  });
  afterEach(() => opened.close());

  it('lets an ordinary role pass', async () => {
    await expect(refuseRoleAboveRowSecurity(await openAs('attune'))).resolves.toBeUndefined();
  });

  it('refuses a superuser, and says what to do', async () => {
    await expect(refuseRoleAboveRowSecurity(await openAs('postgres'))).rejects.toMatchObject({
      name: 'StoreError',
      code: 'failed',
      message: expect.stringMatching(/role postgres is a superuser.*create role attune login/) as string,
    });
  });

  it('refuses a role that may bypass row-level security', async () => {
    await administer('create role above login bypassrls');
    await administer(`grant all on schema public to above`, new URL(url).pathname.slice(1));
    try {
      const refusal = refuseRoleAboveRowSecurity(await openAs('above'));
      await expect(refusal).rejects.toThrow('above may bypass row-level security');
      await opened.close();
    } finally {
      await administer('drop owned by above', new URL(url).pathname.slice(1));
      await administer('drop role above');
    }
  });

  it('refuses tables whose owner it is and that do not force it', async () => {
    const db = await openAs('attune');
    await db.schema.createTable('secret').addColumn('id', 'text').execute();
    await administer('alter table secret enable row level security', new URL(url).pathname.slice(1));
    await expect(refuseRoleAboveRowSecurity(db)).rejects.toThrow('does not hold on secret');
    await administer('alter table secret force row level security', new URL(url).pathname.slice(1));
    await expect(refuseRoleAboveRowSecurity(db)).resolves.toBeUndefined();
  });
});
