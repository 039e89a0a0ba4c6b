import { spoken } from '../../kit/language.ts';

interface EndedLinksWords {
  readonly today: string;
  readonly look: string;
}

export const endedLinks = spoken<EndedLinksWords>({
  en: { today: 'Back to Today', look: 'Look at this session' },
  de: { today: 'Zurück zu Heute', look: 'Diese Sitzung ansehen' },
});
