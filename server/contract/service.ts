import Type, { type Static } from 'typebox';

/**
 * By this an answer names itself as this service's own. Whatever comes without it, with whatever status, is somebody
 * else's (a proxy, a sign-in page) and settles nothing.
 */
export const Service = Type.Literal('attune');
export type Service = Static<typeof Service>;
