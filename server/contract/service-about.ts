import Type, { type Static } from 'typebox';
import { Service } from './service.ts';

/** What answers here. The page asks for accounts only in a clinic. */
export const ServiceAbout = Type.Object({
  service: Service,
  mode: Type.Enum(['personal', 'clinic']),
  version: Type.String({ examples: ['0.1.0'] }),
});
export type ServiceAbout = Static<typeof ServiceAbout>;

/** New requests may be sent here. */
export const Ready = Type.Object({ service: Service, ready: Type.Literal(true) });
export type Ready = Static<typeof Ready>;
