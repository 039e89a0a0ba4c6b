import Type, { type Static } from 'typebox';
import { ClientParams } from './care.ts';

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

export const ClientExportParams = Type.Object({
  ...ClientParams.properties,
  export: Type.String({ pattern: `^${uuid}$` }),
});

/** An export that is made beside the request. */
export const ClientExportJob = Type.Object({
  id: Type.String(),
  state: Type.Enum<('waiting' | 'running' | 'done' | 'failed')[]>(['waiting', 'running', 'done', 'failed']),
  /** How much is done, 0…1; absent: it is not running, or not known. */
  share: Type.Optional(Type.Number()),
  /** Of one that is done. */
  sizeBytes: Type.Optional(Type.Number()),
  /** Until when it can be fetched, epoch ms. */
  untilMs: Type.Optional(Type.Number()),
});
export type ClientExportJob = Static<typeof ClientExportJob>;
