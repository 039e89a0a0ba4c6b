import Type, { type Static } from 'typebox';
import { Service } from './service.ts';

/** The service runs and its stores answer. */
export const Health = Type.Object({
  service: Service,
  status: Type.Literal('ok'),
  /** Whether nothing of what was ever deleted is left in the files; see `Deleted`. */
  erased: Type.Boolean(),
});
export type Health = Static<typeof Health>;
