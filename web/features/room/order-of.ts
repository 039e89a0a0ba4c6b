import type { RoomCommand } from '../../../server/contract/index.ts';
import type { ClinicianInput } from '../../session/live-session.ts';

type Check = (value: unknown) => boolean;

const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const isPace: Check = (value) =>
  value === undefined || (typeof value === 'number' && value >= 3 && value <= 12);
const isTags: Check = (value) =>
  Array.isArray(value) &&
  value.length <= 10 &&
  value.every((tag) => typeof tag === 'string' && tag.length <= 40);

/** What each kind of command may say, field by field. */
const KINDS: Readonly<Record<ClinicianInput['type'], Readonly<Record<string, Check>>>> = {
  press: {
    button: oneOf('calmer', 'livelier', 'too-much', 'skip', 'stop', 'resume'),
    level: oneOf(1, 2, 3, 4, 5, undefined),
    why: (value) => value === undefined || typeof value === 'string',
  },
  pacer: { breathsPerMinute: isPace },
  mark: { what: oneOf('craving') },
  tag: { tags: isTags },
  'learning-stopped': {},
};

/**
 * The input that a command asks for, with its fields as they were given: only so does the service take it in the
 * clinician's name.
 *
 * @returns `undefined`: it is of a newer version, or nothing that a session carries out
 */
export const orderOf = (number: number, command: RoomCommand): ClinicianInput | undefined => {
  const { type, ...fields } = command as RoomCommand & Readonly<Record<string, unknown>>;
  if (!Object.hasOwn(KINDS, type)) return undefined;
  const checks = KINDS[type as ClinicianInput['type']];
  const isKnown = Object.keys(fields).every((name) => Object.hasOwn(checks, name));
  const isRight = Object.entries(checks).every(([name, is]) => is(fields[name]));
  return isKnown && isRight ? ({ ...command, command: number } as unknown as ClinicianInput) : undefined;
};
