/** Statements that are prepared on one connection, and that are counted to see which should be. */
const MOST_PREPARED = 200;
const MOST_COUNTED = 1000;
/** How often a statement was sent before it is worth being prepared. */
const OFTEN = 3;

/**
 * Names for the statements that one connection is sent again and again: under a name the server reads and plans them
 * once. Row-level security makes a plan dearer than most statements of ours.
 *
 * @returns undefined: not by name. What selects `*` never is, since its columns change as a newer version starts.
 */
export const preparedNames = (): ((text: string) => string | undefined) => {
  const times = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST_PREPARED || text.includes('*')) return known;
    const before = times.get(text) ?? 0;
    if (times.size >= MOST_COUNTED) times.clear();
    times.set(text, before + 1);
    if (before >= OFTEN) names.set(text, `attune_${names.size}`);
    return names.get(text);
  };
};
