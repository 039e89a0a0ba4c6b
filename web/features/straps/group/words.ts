/** The words of several straps at once. */
export const group = {
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
} as const;
