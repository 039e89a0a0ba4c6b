export interface GroupPorts<In, Out> {
  /** Does all of it or nothing, and gives each its own answer. */
  readonly work: (all: readonly In[]) => Promise<readonly Out[]>;
  readonly sizeOf: (one: In) => number;
  /** How large a group may become; one alone may be larger. */
  readonly mostSize: number;
}

interface Waiting<In, Out> {
  readonly one: In;
  readonly give: (answer: Out) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Gives a function that does together what is asked for at the same time, such as in one transaction: whatever comes
 * while a group is at work, or in the same turn of the event loop, is in the next group, in its order. Each is answered
 * on its own; where a group fails, each of it is done again alone, so that only what is at fault itself fails.
 */
export const groupCommit = <In, Out>({ work, sizeOf, mostSize }: GroupPorts<In, Out>) => {
  let waiting: Waiting<In, Out>[] = [];
  let isAtWork = false;

  const takeGroup = (): Waiting<In, Out>[] => {
    let size = 0;
    const end = waiting.findIndex(({ one }, i) => (size += sizeOf(one)) > mostSize && i > 0);
    const group = end < 0 ? waiting : waiting.slice(0, end);
    waiting = end < 0 ? [] : waiting.slice(end);
    return group;
  };
  const doAll = async (group: readonly Waiting<In, Out>[]): Promise<void> => {
    try {
      const answers = await work(group.map(({ one }) => one));
      group.forEach(({ give }, i) => give(answers[i]!));
    } catch (error) {
      if (group.length === 1) group[0]!.fail(error);
      else for (const one of group) await doAll([one]);
    }
  };
  const begin = (): void => {
    isAtWork = true;
    // Once all that has arrived by now is read: the requests of one turn are one group.
    setImmediate(() => {
      void doAll(takeGroup()).then(() => {
        isAtWork = false;
        if (waiting.length > 0) begin();
      });
    });
  };
  return (one: In): Promise<Out> =>
    new Promise((give, fail) => {
      waiting.push({ one, give, fail });
      if (!isAtWork) begin();
    });
};
