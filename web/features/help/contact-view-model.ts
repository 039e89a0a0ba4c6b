import { behavior, type Behavior } from '../../kit/behavior.ts';

/** The person to call. Never leaves this browser, never in a log. */
export interface Contact {
  readonly name: string;
  readonly number: string;
}

export interface ContactViewModel {
  readonly contact$: Behavior<Contact | undefined>;
  keep(contact: Contact): void;
}

/** Where it is kept. */
export const CONTACT = 'attune-contact';

/** @param storage the browser's; where it refuses, the contact lasts as long as the page */
export function contactViewModel(storage: Pick<Storage, 'getItem' | 'setItem'>): ContactViewModel {
  const contact$ = behavior(read(storage));
  return {
    contact$,
    keep: (contact) => {
      contact$.next(contact);
      try {
        storage.setItem(CONTACT, JSON.stringify(contact));
      } catch {
        // Full or forbidden: it is still there until the page closes.
      }
    },
  };
}

function read(storage: Pick<Storage, 'getItem'>): Contact | undefined {
  try {
    const { name, number } = JSON.parse(storage.getItem(CONTACT) ?? '{}') as Partial<Contact>;
    return name && number ? { name, number } : undefined;
  } catch {
    return undefined;
  }
}
