import { spoken } from '../../../kit/language.ts';

/** The words of several straps at once. */
export const group = spoken({
  en: {
    title: 'Several people together',
    lead:
      'Each person wears a strap of their own. You see each heart by itself; nothing is compared, and ' +
      'nothing is kept.',
    link: 'Several people together',
    linkHint: 'Each with a strap of their own',
    add: 'Add a strap',
    addSimulated: 'Add a simulated person',
    none: 'Nobody is here yet. Add a strap for each person.',
    name: 'Name',
    remove: 'Remove',
    removeOf: (name: string): string => `Remove ${name}`,
    person: (number: number): string => `Person ${number}`,
    already: 'That strap is here already.',
    home: 'Back to Today',
    bpm: 'beats per minute',
  },
  de: {
    title: 'Mehrere Menschen zusammen',
    lead:
      'Jede Person trägt einen eigenen Gurt. Du siehst jedes Herz für sich; nichts wird verglichen, und ' +
      'nichts wird aufbewahrt.',
    link: 'Mehrere Menschen zusammen',
    linkHint: 'Alle mit einem eigenen Gurt',
    add: 'Einen Gurt hinzufügen',
    addSimulated: 'Eine simulierte Person hinzufügen',
    none: 'Noch ist niemand hier. Füge für jede Person einen Gurt hinzu.',
    name: 'Name',
    remove: 'Entfernen',
    removeOf: (name: string): string => `${name} entfernen`,
    person: (number: number): string => `Person ${number}`,
    already: 'Dieser Gurt ist schon hier.',
    home: 'Zurück zu Heute',
    bpm: 'Schläge pro Minute',
  },
});
