import type { Me } from '../../../server/contract/index.ts';
import type { AccountViewModel } from './account-view-model.ts';

/** What each part of the account's screen is drawn from. */
export interface OwnProps {
  readonly account: AccountViewModel;
  readonly me: Me;
}
