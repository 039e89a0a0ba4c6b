import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import { contactViewModel } from './contact-view-model.ts';

interface HelpPorts {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** The crisis card. */
export function helpFeature({ storage }: HelpPorts): Feature {
  const contact = contactViewModel(storage);
  return {
    routes: [
      {
        path: '/help',
        ...part(() => import('./help-screen.tsx').then(({ HelpScreen }) => HelpScreen), { contact }),
      },
    ],
  };
}
