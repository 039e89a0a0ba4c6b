import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { storedBelongings } from '../../storage/stored-belongings.ts';
import { help } from './words.ts';
import { CONTACT, contactViewModel } from './contact-view-model.ts';

interface HelpPorts {
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

/** The crisis card. */
export function helpFeature({ storage }: HelpPorts): Feature {
  const contact = contactViewModel(storage);
  return {
    welcome: {
      person: [part(() => import('./my-person.tsx').then(({ MyPerson }) => MyPerson), { contact })],
    },
    belongings: [
      storedBelongings({ folder: 'person', title: help.person, storage, keys: { 'person.json': CONTACT } }),
    ],
    routes: [
      {
        path: '/help',
        ...part(() => import('./help-screen.tsx').then(({ HelpScreen }) => HelpScreen), { contact }),
      },
    ],
  };
}
