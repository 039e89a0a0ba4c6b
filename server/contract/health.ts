import Type, { type Static } from 'typebox';

/** The service runs and its store answers. */
export const Health = Type.Object({ status: Type.Literal('ok') });
export type Health = Static<typeof Health>;
