/** Where it is said that there is something new. */
export interface NewsWire {
  hint(room: string): void;
  join(
    room: string,
    as: 'watches',
    told: { readonly hinted: () => void; readonly present: () => void },
  ): () => void;
}

interface Waiting {
  readonly wire: NewsWire;
  readonly room: string;
  /** When to look all the same, ms. */
  readonly forMs: number;
  /** Nobody waits any more. */
  readonly over: AbortSignal;
}

/** Listens for a hint from now on. Hints are only hints: whoever waits looks after `forMs` too. */
export const listenForNews = ({
  wire,
  room,
  forMs,
  over,
}: Waiting): { readonly came: () => Promise<void>; readonly stop: () => void } => {
  let wake = (): void => undefined;
  let isNew = false;
  const hinted = (): void => {
    isNew = true;
    wake();
  };
  const leave = wire.join(room, 'watches', { hinted, present: () => undefined });
  const ended = (): void => wake();
  over.addEventListener('abort', ended);
  return {
    came: () =>
      new Promise((done) => {
        const timer = setTimeout(() => wake(), isNew || over.aborted ? 0 : forMs);
        wake = () => {
          clearTimeout(timer);
          isNew = false;
          done();
        };
      }),
    stop: () => {
      over.removeEventListener('abort', ended);
      leave();
    },
  };
};
