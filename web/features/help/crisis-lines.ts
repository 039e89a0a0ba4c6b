import { spoken } from '../../kit/language.ts';

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
    place: spoken({ en: 'United States', de: 'Vereinigte Staaten' }),
    countries: ['US'],
    checkedOn: '2026-11-22',
    lines: [
      {
        name: spoken({ en: 'Emergency', de: 'Notruf' }),
        number: '911',
        what: spoken({ en: 'When a life is in danger.', de: 'Wenn ein Leben in Gefahr ist.' }),
        emergency: true,
      },
      {
        name: '988 Lifeline',
        number: '988',
        what: spoken({
          en: 'Crisis and suicide, call or text, day and night.',
          de: 'Krise und Suizid, anrufen oder schreiben, Tag und Nacht.',
        }),
      },
      {
        name: 'SAMHSA helpline',
        number: '1-800-662-4357',
        what: spoken({
          en: 'Treatment and support for substance use, day and night.',
          de: 'Behandlung und Hilfe bei Substanzkonsum, Tag und Nacht.',
        }),
      },
    ],
  },
  {
    place: spoken({ en: 'Canada', de: 'Kanada' }),
    countries: ['CA'],
    checkedOn: '2026-11-22',
    lines: [
      {
        name: spoken({ en: 'Emergency', de: 'Notruf' }),
        number: '911',
        what: spoken({ en: 'When a life is in danger.', de: 'Wenn ein Leben in Gefahr ist.' }),
        emergency: true,
      },
      {
        name: '988',
        number: '988',
        what: spoken({
          en: 'Suicide crisis helpline, call or text, day and night.',
          de: 'Hilfe bei Suizidgedanken, anrufen oder schreiben, Tag und Nacht.',
        }),
      },
    ],
  },
  {
    place: spoken({ en: 'United Kingdom', de: 'Vereinigtes Königreich' }),
    countries: ['GB'],
    checkedOn: '2026-11-22',
    lines: [
      {
        name: spoken({ en: 'Emergency', de: 'Notruf' }),
        number: '999',
        what: spoken({ en: 'When a life is in danger.', de: 'Wenn ein Leben in Gefahr ist.' }),
        emergency: true,
      },
      {
        name: 'NHS',
        number: '111',
        what: spoken({
          en: 'Urgent medical or mental health help.',
          de: 'Dringende medizinische oder seelische Hilfe.',
        }),
      },
      {
        name: 'Samaritans',
        number: '116 123',
        what: spoken({
          en: 'To talk to someone about anything, day and night.',
          de: 'Um mit jemandem über alles zu reden, Tag und Nacht.',
        }),
      },
    ],
  },
  {
    place: spoken({ en: 'European Union', de: 'Europäische Union' }),
    countries: [
      ...['AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE', 'IT'],
      ...['LV', 'LT', 'LU', 'MT', 'NL', 'PL', 'PT', 'RO', 'SK', 'SI', 'ES', 'SE'],
    ],
    checkedOn: '2026-11-22',
    lines: [
      {
        name: spoken({ en: 'Emergency', de: 'Notruf' }),
        number: '112',
        what: spoken({
          en: 'When a life is in danger, in every EU country.',
          de: 'Wenn ein Leben in Gefahr ist, in jedem Land der EU.',
        }),
        emergency: true,
      },
      {
        name: spoken({ en: 'Emotional support', de: 'Seelische Unterstützung' }),
        number: '116 123',
        what: spoken({
          en: 'The shared European number; not every country has it yet.',
          de: 'Die gemeinsame europäische Nummer; noch hat sie nicht jedes Land.',
        }),
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
