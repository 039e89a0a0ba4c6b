import type { Translated } from '../../kit/language.ts';

/** Where others are to be found. A list to start from, no recommendation: nobody of Attune has been there. */
export interface DirectoryPlace {
  /** ISO 3166. */
  readonly country: 'DE' | 'AT' | 'CH' | 'GB' | 'IE' | 'US';
  /** When the entries were last looked up in public pages. */
  readonly checkedOn: string;
  readonly entries: readonly DirectoryEntry[];
}

export interface DirectoryEntry {
  readonly kind: 'helpline' | 'self-help' | 'music-group' | 'musicians';
  readonly name: string;
  readonly what: Translated<string>;
  readonly number?: string;
  /** Host name, as in `safezone.ch`. */
  readonly web?: string;
  /** The year of the newest public page in which this was found. */
  readonly seen: number;
}

export const DIRECTORY: readonly DirectoryPlace[] = [
  {
    country: 'DE',
    checkedOn: '2026-11-27',
    entries: [
      {
        kind: 'helpline',
        name: 'Sucht & Drogen Hotline',
        number: '01806 313031',
        what: {
          en: 'Advice on addiction by phone, day and night; 20 cents a call. In German.',
          de: 'Suchtberatung am Telefon, Tag und Nacht; 20 Cent je Anruf.',
        },
        seen: 2022,
      },
      {
        kind: 'helpline',
        name: 'Beratung zur Glücksspielsucht',
        number: '0800 1372700',
        web: 'check-dein-spiel.de',
        what: {
          en: 'About gambling, free of charge; daily from ten. In German.',
          de: 'Zum Glücksspiel, kostenlos; täglich ab zehn Uhr.',
        },
        seen: 2023,
      },
      {
        kind: 'self-help',
        name: 'NAKOS',
        web: 'nakos.de',
        what: {
          en: 'Finds self-help groups and local contact points of every kind.',
          de: 'Vermittelt Selbsthilfegruppen und örtliche Kontaktstellen jeder Art.',
        },
        seen: 2023,
      },
      {
        kind: 'self-help',
        name: 'Anonyme Alkoholiker',
        what: {
          en: 'Some 2000 groups in the country; free, no registration.',
          de: 'Rund 2000 Gruppen im Land; kostenlos, ohne Anmeldung.',
        },
        seen: 2024,
      },
      {
        kind: 'musicians',
        name: 'MiM – Mental Health in Music',
        what: {
          en: 'For people who work with music: psychological advice and information.',
          de: 'Für Menschen, die mit Musik arbeiten: psychologische Beratung und Aufklärung.',
        },
        seen: 2023,
      },
    ],
  },
  {
    country: 'AT',
    checkedOn: '2026-11-27',
    entries: [
      {
        kind: 'helpline',
        name: 'TelefonSeelsorge',
        number: '142',
        what: {
          en: 'To talk about anything, addiction too; free, day and night.',
          de: 'Für Gespräche über alles, auch Sucht; kostenlos, Tag und Nacht.',
        },
        seen: 2024,
      },
      {
        kind: 'self-help',
        name: 'Anonyme Alkoholiker',
        what: {
          en: 'Groups in the cities nearly every day; free, no registration.',
          de: 'In den Städten fast täglich Gruppen; kostenlos, ohne Anmeldung.',
        },
        seen: 2023,
      },
    ],
  },
  {
    country: 'CH',
    checkedOn: '2026-11-27',
    entries: [
      {
        kind: 'helpline',
        name: 'SafeZone.ch',
        web: 'safezone.ch',
        what: {
          en: 'Advice on addiction online, anonymous and free, for relatives too.',
          de: 'Suchtberatung im Netz, anonym und kostenlos, auch für Angehörige.',
        },
        seen: 2021,
      },
    ],
  },
  {
    country: 'GB',
    checkedOn: '2026-11-27',
    entries: [
      {
        kind: 'self-help',
        name: 'Alcoholics Anonymous',
        number: '0800 9177 650',
        what: {
          en: 'Helpline, day and night, and groups in nearly every town.',
          de: 'Telefon Tag und Nacht und Gruppen in fast jeder Stadt. Auf Englisch.',
        },
        seen: 2020,
      },
      {
        kind: 'helpline',
        name: 'National Gambling Helpline (GamCare)',
        number: '0808 8020 133',
        web: 'gamcare.org.uk',
        what: {
          en: 'About gambling, free, day and night.',
          de: 'Zum Glücksspiel, kostenlos, Tag und Nacht. Auf Englisch.',
        },
        seen: 2023,
      },
      {
        kind: 'music-group',
        name: 'New Note Orchestra, Brighton',
        web: 'newnote.co.uk',
        what: {
          en: 'An orchestra of people in recovery; beginners are welcome.',
          de: 'Ein Orchester von Menschen auf dem Weg aus der Sucht; Anfänger sind willkommen.',
        },
        seen: 2025,
      },
      {
        kind: 'musicians',
        name: 'Music Minds Matter (Help Musicians)',
        number: '0808 802 8008',
        what: {
          en: 'For anyone who works in music; free, day and night.',
          de: 'Für alle, die mit Musik arbeiten; kostenlos, Tag und Nacht. Auf Englisch.',
        },
        seen: 2022,
      },
    ],
  },
  {
    country: 'IE',
    checkedOn: '2026-11-27',
    entries: [
      {
        kind: 'helpline',
        name: 'HSE Drugs and Alcohol Helpline',
        number: '1800 459 459',
        web: 'drugs.ie',
        what: {
          en: 'Free and confidential, on weekdays in office hours; also for relatives.',
          de: 'Kostenlos und vertraulich, werktags zu Bürozeiten; auch für Angehörige. Auf Englisch.',
        },
        seen: 2024,
      },
      {
        kind: 'musicians',
        name: 'Minding Creative Minds',
        number: '1800 814 244',
        what: {
          en: 'For people in music and the arts; free, day and night. From Northern Ireland 0800 0903677.',
          de: 'Für Menschen in Musik und Kunst; kostenlos, Tag und Nacht. Aus Nordirland 0800 0903677.',
        },
        seen: 2023,
      },
    ],
  },
  {
    country: 'US',
    checkedOn: '2026-11-27',
    entries: [
      {
        kind: 'helpline',
        name: 'SAMHSA National Helpline',
        number: '1-800-662-4357',
        what: {
          en: 'Where to find treatment and groups; free, day and night, in English and Spanish.',
          de: 'Wo es Behandlung und Gruppen gibt; kostenlos, Tag und Nacht, auf Englisch und Spanisch.',
        },
        seen: 2023,
      },
      {
        kind: 'helpline',
        name: 'National Problem Gambling Helpline',
        number: '1-800-522-4700',
        web: 'ncpgambling.org',
        what: {
          en: 'About gambling; free, day and night.',
          de: 'Zum Glücksspiel; kostenlos, Tag und Nacht. Auf Englisch.',
        },
        seen: 2025,
      },
      {
        kind: 'self-help',
        name: 'SMART Recovery',
        web: 'smartrecovery.org',
        what: {
          en: 'Groups with tools from behaviour therapy, in person and online; free.',
          de: 'Gruppen mit Mitteln der Verhaltenstherapie, vor Ort und im Netz; kostenlos. Auf Englisch.',
        },
        seen: 2020,
      },
      {
        kind: 'musicians',
        name: 'MusiCares',
        web: 'musicares.org',
        what: {
          en: 'For people who work in music: money for treatment, and recovery groups online.',
          de: 'Für Menschen, die mit Musik arbeiten: Geld für Behandlung und Gruppen im Netz.',
        },
        seen: 2023,
      },
    ],
  },
];

/** All places, that of `locale` (such as `de-AT`) first; a language without a country means the one it is named for. */
export function placesFor(locale: string): readonly DirectoryPlace[] {
  const [language = '', country = language === 'en' ? 'GB' : language] = locale.split('-');
  const here = DIRECTORY.filter((place) => place.country === country.toUpperCase());
  return [...here, ...DIRECTORY.filter((place) => !here.includes(place))];
}
