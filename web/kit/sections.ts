/** The sections of the app, in the order in which they are shown. */
export const SECTIONS = [
  'today',
  'music',
  'write',
  'rhythm',
  'together',
  'progress',
  'plan',
  'learn',
] as const;
export type Section = (typeof SECTIONS)[number];
