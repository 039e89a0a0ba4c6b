import { randomBytes } from 'node:crypto';
import { createConnection } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

/** Of a new, empty database on this run's PostgreSQL server; gone after the tests of the file. */
export const newPostgresDatabase = async (): Promise<string> => {
  const folder = await (socketFolder ??= askAtDoor());
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name} owner attune`);
  made.push(name);
  return urlAt(folder, 'attune', name);
};

/** Does something as the server's superuser, in the database of that name. @returns the rows */
export const administer = async (statement: string, database = 'postgres'): Promise<unknown[]> => {
  const client = new pg.Client(urlAt(await (socketFolder ??= askAtDoor()), 'postgres', database));
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

let socketFolder: Promise<string> | undefined;
const made: string[] = [];

afterAll(async () => {
  for (const name of made.splice(0)) await administer(`drop database ${name} with (force)`);
});

const askAtDoor = async (): Promise<string> => {
  const said = await text(createConnection(inject('postgresDoor')));
  const { socketFolder, failed } = JSON.parse(said) as { socketFolder?: string; failed?: string };
  if (socketFolder === undefined) throw new Error(failed);
  return socketFolder;
};

const urlAt = (folder: string, role: string, database: string): string =>
  `postgresql://${role}@${encodeURIComponent(folder)}/${database}`;
