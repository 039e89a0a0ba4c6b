import Type, { type Static } from 'typebox';
import { Service } from './service.ts';

/**
 * It is gone, or never was: deleting is harmless to repeat. Status 200 where `erased`, else 202; asking again tells
 * how it stands.
 */
export const Deleted = Type.Object({
  service: Service,
  /** The id that was asked for. */
  deleted: Type.String(),
  /**
   * Whether nothing of what was deleted is left in the service's files. False while somebody else reads them; the
   * service goes on by itself until it is true. On PostgreSQL it stays false: its files are not the service's to see.
   */
  erased: Type.Boolean(),
});
export type Deleted = Static<typeof Deleted>;
