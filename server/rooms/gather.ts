/** Names that are given on together. */
export interface Gathering {
  readonly add: (name: string) => void;
  /** What was not given on yet is forgotten. */
  readonly stop: () => void;
}

/** Gathers names for so long after the first, and gives them on, each once, in pieces of so many. */
export const gather = (
  forMs: number,
  atOnce: number,
  give: (names: readonly string[]) => void,
): Gathering => {
  const names = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const giveAll = (): void => {
    timer = undefined;
    const all = [...names];
    names.clear();
    for (let from = 0; from < all.length; from += atOnce) give(all.slice(from, from + atOnce));
  };
  return {
    add: (name) => {
      names.add(name);
      timer ??= setTimeout(giveAll, forMs);
    },
    stop: () => {
      clearTimeout(timer);
      names.clear();
    },
  };
};
