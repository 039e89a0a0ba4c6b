import { useState } from 'react';
import type { Said } from './account-api.ts';
import { whyText } from './wrong.tsx';

interface Command {
  readonly busy: boolean;
  /** Why the last one came to nothing; empty: it did not. */
  readonly wrong: string;
  /** @returns what came of it; `undefined`: nothing, and `wrong` says why */
  readonly run: <T>(work: () => Promise<Said<T>>) => Promise<T | undefined>;
}

/** One thing at a time that is asked of the service. */
export function useCommand(): Command {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState('');
  return {
    busy,
    wrong,
    run: async (work) => {
      setBusy(true);
      setWrong('');
      const said = await work();
      setBusy(false);
      if (said.ok) return said.value;
      setWrong(whyText(said));
      return undefined;
    },
  };
}
