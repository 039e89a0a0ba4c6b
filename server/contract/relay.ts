import Type, { type Static } from 'typebox';

/** Header by which a phone proves that it took the code: what it was given for it. */
export const RELAY_HEADER = 'attune-relay';
/** Most that a phone may send at once. */
export const MAX_RELAY_ITEMS = 500;
export const MAX_RELAY_BYTES = 1024 * 1024;

const strict = { additionalProperties: false };
/** Up to 512 bytes: a notification of Bluetooth has 517 at the most. */
const Hex = Type.String({ pattern: '^(?:[0-9a-f]{2}){1,512}$' });

/** What a phone says of its sensor. */
export const RelaySaid = Type.Union([
  /** A notification of the strap, raw. `frame`: of its maker's own service. */
  Type.Object({ type: Type.Union([Type.Literal('packet'), Type.Literal('frame')]), hex: Hex }, strict),
  Type.Object(
    {
      type: Type.Literal('sensor'),
      state: Type.String({ pattern: '^[a-z]{1,20}$' }),
      code: Type.Optional(Type.String({ pattern: '^[a-z-]{1,40}$' })),
    },
    strict,
  ),
  Type.Object({ type: Type.Literal('battery'), percent: Type.Number({ minimum: 0, maximum: 100 }) }, strict),
]);
export type RelaySaid = Static<typeof RelaySaid>;

export const RelayItem = Type.Object(
  {
    /** 0, 1, 2 … within the relay. */
    seq: Type.Integer({ minimum: 0, maximum: 2 ** 31 - 2 }),
    /** When it was heard, by the phone's own clock, ms. */
    atMs: Type.Number(),
    said: RelaySaid,
  },
  strict,
);
export type RelayItem = Static<typeof RelayItem>;

/** How the service's clock lies against a page's, as that page measured it. */
export const RelayClock = Type.Object(
  { offsetMs: Type.Number(), uncertaintyMs: Type.Number({ minimum: 0 }) },
  strict,
);

/** A relay, to the screen that made it. */
export const MadeRelay = Type.Object(
  {
    service: Type.Literal('attune'),
    id: Type.String(),
    /** Six digits, for one phone. */
    pairingCode: Type.String(),
    /** How long it is good for, ms. */
    forMs: Type.Number(),
  },
  strict,
);
export type MadeRelay = Static<typeof MadeRelay>;

export const RelayJoin = Type.Object({ pairingCode: Type.String({ pattern: '^[0-9]{6}$' }) }, strict);

/** To the phone that brought the code. */
export const JoinedRelay = Type.Object(
  { service: Type.Literal('attune'), id: Type.String(), token: Type.String() },
  strict,
);
export type JoinedRelay = Static<typeof JoinedRelay>;

export const RelayBatch = Type.Object(
  {
    /** The strap's name, once there is one. */
    strap: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    clock: Type.Optional(RelayClock),
    items: Type.Array(RelayItem, { maxItems: MAX_RELAY_ITEMS }),
  },
  strict,
);
export type RelayBatch = Static<typeof RelayBatch>;

/** Everything before `nextSeq` is kept. */
export const RelayTaken = Type.Object(
  { service: Type.Literal('attune'), nextSeq: Type.Integer({ minimum: 0 }) },
  strict,
);
export type RelayTaken = Static<typeof RelayTaken>;

export const RelayQuery = Type.Object(
  {
    /** The first `seq` that the screen does not have: what is before it is deleted. Absent: what comes from now on. */
    from: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })),
    /** How long to wait for something new, s; absent: not at all. */
    waitS: Type.Optional(Type.Integer({ minimum: 0, maximum: 20 })),
  },
  strict,
);

/** What the phone has sent. */
export const RelayRead = Type.Object(
  {
    service: Type.Literal('attune'),
    /** Whether a phone has taken the code. */
    joined: Type.Boolean(),
    strap: Type.Optional(Type.String()),
    clock: Type.Optional(RelayClock),
    /** What the sensor was said to be last. */
    sensor: Type.Optional(RelaySaid),
    battery: Type.Optional(Type.Number()),
    /** In order, without gaps. */
    items: Type.Array(RelayItem),
    nextSeq: Type.Integer({ minimum: 0 }),
  },
  strict,
);
export type RelayRead = Static<typeof RelayRead>;

export const RelayParams = Type.Object({ id: Type.String({ pattern: '^[0-9a-f-]{36}$' }) }, strict);
export const RelayEnded = Type.Object({ service: Type.Literal('attune'), ended: Type.Literal(true) }, strict);

export const ServiceTime = Type.Object(
  {
    service: Type.Literal('attune'),
    /** Epoch ms by one clock for all replicas; finer than whole ms. */
    serviceMs: Type.Number(),
  },
  strict,
);
export type ServiceTime = Static<typeof ServiceTime>;
