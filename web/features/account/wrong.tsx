import { countText } from '../../kit/numbers.ts';
import type { Said } from './account-api.ts';
import { waitMinutes, whys } from './why-words.ts';

/** Why nothing came of it, for people. */
export const whyText = ({ why, waitMs }: Extract<Said<unknown>, { ok: false }>): string =>
  waitMs === undefined ? whys[why] : countText(Math.ceil(waitMs / 60_000), waitMinutes);

/** What went wrong, said at once. */
export const Wrong = ({ children }: { readonly children: string }) => (
  <p className="account-wrong" role="alert">
    {children}
  </p>
);
