/** What a setting may be, however it is given. */
export interface Kind<T> {
  /** What is right, as in "must be …". */
  readonly said: string;
  /** From the environment or the command line. Absent: it is wrong. */
  readonly fromText: (text: string) => T | undefined;
  /** From a JSON file. Absent: it is wrong. */
  readonly fromJson: (value: unknown) => T | undefined;
  /** As it is shown; of a secret, only whether there is one. */
  readonly shown: (value: T) => string;
  /** Whether nobody may see it: neither it nor what was given in its place is ever printed. */
  readonly isSecret?: true;
}

/** Some text, all of which matches `pattern`. */
export const text = (pattern = /^[^\0]+$/s, said = 'text'): Kind<string> => {
  const right = (it: unknown) => (typeof it === 'string' && pattern.test(it) ? it : undefined);
  return { said, fromText: right, fromJson: right, shown: (it) => it };
};

export const secret = (pattern: RegExp, said: string): Kind<string> => ({
  ...text(pattern, said),
  shown: () => 'set',
  isSecret: true,
});

export const whole = (least: number, most: number): Kind<number> => {
  const right = (it: unknown) =>
    typeof it === 'number' && Number.isInteger(it) && it >= least && it <= most ? it : undefined;
  return {
    said: `a whole number in ${least}…${most}`,
    fromText: (it) => (/^\d{1,10}$/.test(it) ? right(Number(it)) : undefined),
    fromJson: right,
    shown: String,
  };
};

export const choice = <const T extends string>(choices: readonly T[]): Kind<T> => {
  const right = (it: unknown) => choices.find((one) => one === it);
  return { said: `one of ${choices.join(', ')}`, fromText: right, fromJson: right, shown: (it) => it };
};

/** Texts, separated by commas; in a file an array of them. */
export const list = (): Kind<readonly string[]> => ({
  said: 'a list: separated by commas, in a file an array of texts',
  fromText: (it) => it.split(',').flatMap((one) => one.trim() || []),
  fromJson: (it) =>
    Array.isArray(it) && it.every((one) => typeof one === 'string' && one !== '')
      ? (it as string[])
      : undefined,
  shown: (it) => (it.length === 0 ? 'none' : it.join(', ')),
});

/** The same, and it may be absent. */
export const absent = <T>(kind: Kind<T>): Kind<T | undefined> => ({
  ...kind,
  shown: (it) => (it === undefined ? 'not set' : kind.shown(it)),
});
