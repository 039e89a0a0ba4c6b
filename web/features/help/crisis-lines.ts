/** Someone to call, by place. Reviewed by hand; the date says when. */
export interface CrisisPlace {
  readonly place: string;
  /** ISO 3166 country codes whose people see this first. */
  readonly countries: readonly string[];
  readonly checkedOn: string;
  readonly lines: readonly CrisisLine[];
}

export interface CrisisLine {
  readonly name: string;
  readonly number: string;
  readonly what: string;
  readonly emergency?: true;
}

export const CRISIS_PLACES: readonly CrisisPlace[] = [
  {
    place: 'United States',
    countries: ['US'],
    checkedOn: '2026-11-22',
    lines: [
      { name: 'Emergency', number: '911', what: 'When a life is in danger.', emergency: true },
      { name: '988 Lifeline', number: '988', what: 'Crisis and suicide, call or text, day and night.' },
      {
        name: 'SAMHSA helpline',
        number: '1-800-662-4357',
        what: 'Treatment and support for substance use, day and night.',
      },
    ],
  },
  {
    place: 'Canada',
    countries: ['CA'],
    checkedOn: '2026-11-22',
    lines: [
      { name: 'Emergency', number: '911', what: 'When a life is in danger.', emergency: true },
      { name: '988', number: '988', what: 'Suicide crisis helpline, call or text, day and night.' },
    ],
  },
  {
    place: 'United Kingdom',
    countries: ['GB'],
    checkedOn: '2026-11-22',
    lines: [
      { name: 'Emergency', number: '999', what: 'When a life is in danger.', emergency: true },
      { name: 'NHS', number: '111', what: 'Urgent medical or mental health help.' },
      { name: 'Samaritans', number: '116 123', what: 'To talk to someone about anything, day and night.' },
    ],
  },
  {
    place: 'European Union',
    countries: [
      ...['AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE', 'IT'],
      ...['LV', 'LT', 'LU', 'MT', 'NL', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE'],
    ],
    checkedOn: '2026-11-22',
    lines: [
      {
        name: 'Emergency',
        number: '112',
        what: 'When a life is in danger, in every EU country.',
        emergency: true,
      },
      {
        name: 'Emotional support',
        number: '116 123',
        what: 'The shared European number; not every country has it yet.',
      },
    ],
  },
];

/** All places, that of `language` (such as `en-GB`) first where it names one. */
export function placesFor(language: string): readonly CrisisPlace[] {
  const country = language.split('-').at(-1)?.toUpperCase() ?? '';
  const here = CRISIS_PLACES.filter((place) => place.countries.includes(country));
  return [...here, ...CRISIS_PLACES.filter((place) => !here.includes(place))];
}
