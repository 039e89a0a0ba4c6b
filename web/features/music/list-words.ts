import { spoken } from '../../kit/language.ts';

interface ListWords {
  readonly put: Readonly<Record<'calming' | 'activating', string>>;
  readonly takeOff: Readonly<Record<'calming' | 'activating', string>>;
  readonly takeOffThis: (title: string) => string;
  readonly off: string;
  readonly builtIn: string;
}

/** The words of one's own lists, where pieces that come with Attune may stand beside own songs. */
export const lists = spoken<ListWords>({
  en: {
    put: { calming: 'Put it on my Calm list', activating: 'Put it on my Energy list' },
    takeOff: { calming: 'Take it off my Calm list', activating: 'Take it off my Energy list' },
    takeOffThis: (title) => `Take off the list: ${title}`,
    off: 'Take off the list',
    builtIn: 'comes with Attune',
  },
  de: {
    put: { calming: 'Auf meine ruhige Liste', activating: 'Auf meine belebende Liste' },
    takeOff: {
      calming: 'Von meiner ruhigen Liste nehmen',
      activating: 'Von meiner belebenden Liste nehmen',
    },
    takeOffThis: (title) => `Von der Liste nehmen: ${title}`,
    off: 'Von der Liste nehmen',
    builtIn: 'gehört zu Attune',
  },
});
